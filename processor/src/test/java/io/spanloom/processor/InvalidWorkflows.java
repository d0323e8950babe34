package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;

/** Workflows whose steps have no order, and runs without a readable ID. */
final class InvalidWorkflows {

  static final List<InvalidSource> ALL =
      InvalidSource.list(
          InvalidSource.error(
              "a step comes after known steps",
              Code.UNKNOWN_STEP,
              "Workflow 'checkout' has no step 'reserv'. Did you mean 'reserve'?",
              """
              package shop;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep(workflow = "checkout") void reserve() {}
                @WorkflowStep(workflow = "checkout", after = {"reserve", ^"reserv"}) void charge() {}
                @WorkflowStep(workflow = "refund") void pay() {}
              }
              """),
          InvalidSource.error(
              "a step of another workflow is unknown",
              Code.UNKNOWN_STEP,
              "Its known steps are 'charge', 'ship'; a step of a dependency is known if Spanloom"
                  + " compiled it.",
              """
              package shop;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep(workflow = "refund") void pay() {}
                @WorkflowStep(workflow = "checkout", after = ^"pay") void charge() {}
                @WorkflowStep(workflow = "checkout", after = "charge") void ship() {}
              }
              """),
          InvalidSource.error(
              "a step that is not known is not confused with the step that comes after it",
              Code.UNKNOWN_STEP,
              "Workflow 'checkout' has no step 'charges'. Its known steps are 'reserve', 'charge';",
              """
              package shop;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep(workflow = "checkout") void reserve() {}
                @WorkflowStep(workflow = "checkout", after = ^"charges") void charge() {}
              }
              """),
          InvalidSource.error(
              "steps do not wait for each other",
              Code.UNREACHABLE_STEP,
              "can never start, because it comes after '",
              """
              package shop;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep(workflow = "checkout", after = ^"ship") void reserve() {}
                @WorkflowStep(workflow = "checkout", after = ^"reserve") void charge() {}
                @WorkflowStep(workflow = "checkout", after = {"notify", ^"charge"}) void ship() {}
                @WorkflowStep(value = "notify", workflow = "checkout") void tell() {}
              }
              """),
          InvalidSource.error(
              "steps of several classes do not wait for each other",
              Code.UNREACHABLE_STEP,
              "', which in turn comes after it. Remove a step from 'after'.",
              """
              package shop;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep(workflow = "checkout", after = ^"reserve") void charge() {}
              }
              class Stock {
                @WorkflowStep(workflow = "checkout", after = ^"charge") void reserve() {}
              }
              """),
          InvalidSource.error(
              "a step does not come after a cycle",
              Code.UNREACHABLE_STEP,
              "can never start, because it comes after '",
              """
              package shop;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep(workflow = "checkout") void first() {}
                @WorkflowStep(workflow = "checkout", after = {"first", ^"b"}) void last() {}
                @WorkflowStep(workflow = "checkout", after = ^"last") void end() {}
                @SuppressWarnings("unused") void other() {}
              }
              class Others {
                @WorkflowStep(workflow = "checkout", after = ^"c") void b() {}
                @WorkflowStep(workflow = "checkout", after = ^"b") void c() {}
              }
              """),
          InvalidSource.error(
              "a step does not come after itself",
              Code.UNREACHABLE_STEP,
              "Step 'charge' can never start, because it comes after itself. Remove a step from 'after'.",
              """
              package shop;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep(workflow = "checkout", after = ^"charge") void charge() {}
              }
              """),
          InvalidSource.error(
              "the names of a workflow's steps are unique",
              Code.DUPLICATE_STEP,
              "Workflow 'checkout' already has a step 'charge', in shop.Orders.",
              """
              package shop;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep(workflow = "checkout") void charge() {}
                ^@WorkflowStep(workflow = "checkout") void charge(int amount) {}
                @WorkflowStep(value = ^"charge", workflow = "checkout") void pay() {}
                @WorkflowStep(workflow = "refund", value = "charge") void other() {}
              }
              """),
          InvalidSource.error(
              "a step is named once in an order",
              Code.DUPLICATE_STEP,
              "'after' names step 'reserve' twice. Remove one of them.",
              """
              package shop;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep(workflow = "checkout") void reserve() {}
                @WorkflowStep(workflow = "checkout", after = {"reserve", ^"reserve"}) void charge() {}
              }
              """),
          InvalidSource.error(
              "an order has a workflow",
              Code.ORDER_WITHOUT_WORKFLOW,
              "'after' requires 'workflow', because step names are only known within a workflow.",
              """
              package shop;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep void reserve() {}
                @WorkflowStep(after = ^"reserve") void charge() {}
              }
              """),
          InvalidSource.error(
              "the ID of a run is a string or a number",
              Code.INVALID_RUN_PATH,
              "cannot be the ID of a run. Use a path to a string, an integer, an enum or a UUID.",
              """
              package shop;
              import io.spanloom.Workflow;
              import io.spanloom.WorkflowStep;
              import java.util.List;
              class Orders {
                @WorkflowStep(runId = ^"ids") void a(List<String> ids) {}
                @Workflow(runId = ^"this") void b() {}
                @Workflow(runId = ^"ratio") void c(double ratio) {}
                @Workflow(runId = "id") void d(java.util.UUID id) {}
              }
              """),
          InvalidSource.error(
              "the number of an attempt is an integer",
              Code.INVALID_RUN_PATH,
              "A value of type java.lang.String cannot be the number of an attempt. Use a path to an"
                  + " integer.",
              """
              package shop;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep(attempt = ^"tries") void a(String tries) {}
                @WorkflowStep(attempt = "tries") void b(Integer tries) {}
              }
              """),
          InvalidSource.error(
              "a run path resolves",
              Code.UNKNOWN_NAME,
              "Did you mean 'order'?",
              """
              package shop;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep(runId = ^"ordr") void a(String order) {}
              }
              """),
          InvalidSource.error(
              "the ID of a run does not look like a secret",
              Code.SENSITIVE_ATTRIBUTE,
              "The path of attribute 'workflow.run.id' looks like a secret, which everyone with access"
                  + " to the trace can read. Choose another path.",
              """
              package shop;
              import io.spanloom.Workflow;
              class Orders {
                @Workflow(runId = ^"token") void a(String token) {}
              }
              """));

  private InvalidWorkflows() {}
}
