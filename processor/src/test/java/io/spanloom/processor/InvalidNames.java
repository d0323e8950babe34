package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;

/** Blank names and keys. */
final class InvalidNames {

  static final List<InvalidSource> ALL =
      InvalidSource.list(
          InvalidSource.error(
              "a span name is not blank",
              Code.BLANK_NAME,
              "The span name must not be blank. Set a value, or remove the member.",
              """
              package shop;
              import io.spanloom.Traced;
              class Orders {
                static final String NONE = "";
                @Traced(^"") void empty() {}
                @Traced(value = ^" ") void space() {}
                @Traced(root = true, value = ^"\\t\\n") Orders() {}
                @Traced(Orders^.NONE) void constant() {}
                @Traced(NONE ^+ "  ") void sum() {}
              }
              """),
          InvalidSource.error(
              "a step name is not blank",
              Code.BLANK_NAME,
              "The step name must not be blank. Set a value, or remove the member.",
              """
              package shop;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep(workflow = "checkout", value = ^"") void pack() {}
              }
              """),
          InvalidSource.error(
              "a workflow name is not blank",
              Code.BLANK_NAME,
              "The workflow name must not be blank. Set a value, or remove the member.",
              """
              package shop;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep(workflow = ^"", as = WorkflowStep.Form.EVENTS) void pack() {}
              }
              """),
          InvalidSource.error(
              "a provider name is required and not blank",
              Code.BLANK_NAME,
              "The provider name must not be blank. Set a value.",
              """
              package shop;
              import io.spanloom.AICall;
              class Orders {
                @AICall(provider = ^"", operation = AICall.Operation.EXECUTE_TOOL) void look() {}
              }
              """),
          InvalidSource.error(
              "a model name is not blank",
              Code.BLANK_NAME,
              "The model name must not be blank. Set a value, or remove the member.",
              """
              package shop;
              import io.spanloom.AICall;
              class Orders {
                @AICall(provider = "x", model = ^" ", operation = AICall.Operation.EXECUTE_TOOL)
                void look() {}
              }
              """),
          InvalidSource.error(
              "a phase is not blank",
              Code.BLANK_NAME,
              "The phase must not be blank. Set a value, or remove the member.",
              """
              package shop;
              import io.spanloom.AICall;
              class Orders {
                @AICall(provider = "x", phase = ^"", operation = AICall.Operation.EXECUTE_TOOL)
                void look() {}
              }
              """),
          InvalidSource.error(
              "the name of a tool or agent is not blank",
              Code.BLANK_NAME,
              "The name of the tool or agent must not be blank. Set a value, or remove the member.",
              """
              package shop;
              import io.spanloom.AICall;
              import io.spanloom.AICall.Operation;
              class Orders {
                @AICall(name = ^" ", operation = Operation.EXECUTE_TOOL) void look() {}
                @AICall(provider = "x", name = ^"", operation = Operation.INVOKE_AGENT) void run() {}
              }
              """),
          InvalidSource.error(
              "an attribute key is not blank",
              Code.BLANK_NAME,
              "The attribute key must not be blank. Set a value, or remove the member.",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced void a(@SpanAttribute(^"") String id) {}
                @Traced void b(@SpanAttribute(value = ^"\\t") String id) {}
              }
              """));

  private InvalidNames() {}
}
