package io.spanloom.processor.check;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.AttributeSource;
import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.BuiltInAttribute;
import io.spanloom.processor.model.KnownStep;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.TracedType;
import io.spanloom.processor.model.WorkflowForm;
import io.spanloom.processor.model.Workflows;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules for the order of a workflow's steps. */
final class WorkflowRules {

  private WorkflowRules() {}

  static void runPathsAreReadable(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      for (Attribute path : span.paths()) {
        if (path.source() instanceof AttributeSource.Path && !isReadable(path)) {
          boolean id = path.key().equals(BuiltInAttribute.WORKFLOW_RUN_ID.key());
          report.error(
              Code.INVALID_RUN_PATH,
              path.location(),
              """
              A value of type %s cannot be %s. Use a path to %s.\
              """
                  .formatted(
                      path.typeText(),
                      id ? "the ID of a run" : "the number of an attempt",
                      id ? "a string, an integer, an enum or a UUID" : "an integer"));
        }
      }
    }
  }

  private static boolean isReadable(Attribute path) {
    if (path.type() == AttributeType.UNSUPPORTED || path.type() == AttributeType.CONTENT) {
      return false;
    }
    return switch (path.type().key()) {
      case LONG -> true;
      case STRING -> path.key().equals(BuiltInAttribute.WORKFLOW_RUN_ID.key());
      default -> false;
    };
  }

  static void orderHasWorkflow(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      if (span instanceof WorkflowForm.Step step
          && !step.after().isEmpty()
          && step.workflow().text().isEmpty()) {
        report.error(
            Code.ORDER_WITHOUT_WORKFLOW,
            step.after().get(0).location(),
            """
            'after' requires 'workflow', because step names are only known within a workflow. Set \
            workflow = "…".\
            """);
      }
    }
  }

  static void check(TracedType type, Workflows workflows, Report report) {
    List<KnownStep> steps = Workflows.stepsOf(type);
    int index = 0;
    for (TracedMethod method : type.methods()) {
      for (SpanForm span : method.spans()) {
        if (span instanceof WorkflowForm.Step step && !step.workflow().text().isBlank()) {
          stepIsUnique(steps.get(index++), step, workflows, report);
          stepsBeforeAreKnown(step, workflows, report);
          orderIsPossible(step, workflows, report);
        }
      }
    }
  }

  private static void stepIsUnique(
      KnownStep known, WorkflowForm.Step step, Workflows workflows, Report report) {
    for (KnownStep other : workflows.find(known.workflow(), known.name())) {
      if (other.className().equals(known.className()) && other.order() == known.order()) {
        return; // only the later declarations are reported
      }
      if (!other.isSameAs(known)) {
        report.error(
            Code.DUPLICATE_STEP,
            step.step().location(),
            """
            Workflow '%s' already has a step '%s', in %s. The steps of a workflow are \
            distinguished by their names. Choose another name for one of them.\
            """
                .formatted(known.workflow(), known.name(), other.declaringClass()));
        return;
      }
    }
  }

  private static void stepsBeforeAreKnown(
      WorkflowForm.Step step, Workflows workflows, Report report) {
    String workflow = step.workflow().text();
    List<String> names = workflows.names(workflow);
    Set<String> seen = new HashSet<>();
    for (SpanForm.Name before : step.after()) {
      if (!seen.add(before.text())) {
        report.error(
            Code.DUPLICATE_STEP,
            before.location(),
            "'after' names step '%s' twice. Remove one of them.".formatted(before.text()));
      } else if (!before.text().isBlank() && !names.contains(before.text())) {
        report.error(
            Code.UNKNOWN_STEP,
            before.location(),
            """
            Workflow '%s' has no step '%s'. %s\
            """
                .formatted(
                    workflow, before.text(), suggestion(before.text(), step.step().text(), names)));
      }
    }
  }

  private static String suggestion(String name, String step, List<String> names) {
    List<String> others = names.stream().filter(other -> !other.equals(step)).toList();
    return Suggestions.nearest(name, others)
        .map("Did you mean '%s'?"::formatted)
        .orElseGet(
            () ->
                "Its known steps are '"
                    + String.join("', '", names)
                    + "'; a step of a dependency is known if Spanloom compiled it.");
  }

  private static void orderIsPossible(WorkflowForm.Step step, Workflows workflows, Report report) {
    String workflow = step.workflow().text();
    String name = step.step().text();
    if (workflows.predecessors(workflow, name).contains(name)) {
      step.after().stream()
          .filter(before -> waitsFor(before.text(), name, workflow, workflows))
          .findFirst()
          .ifPresent(before -> cycle(name, before, report));
      return;
    }
    for (SpanForm.Name before : step.after()) {
      if (waitsForCycle(before.text(), workflow, workflows)) {
        unreachable(
            name,
            before,
            "it comes after '%s', which can never start either".formatted(before.text()),
            report);
      }
    }
  }

  private static void cycle(String name, SpanForm.Name before, Report report) {
    String reason =
        before.text().equals(name)
            ? "it comes after itself"
            : "it comes after '%s', which in turn comes after it".formatted(before.text());
    unreachable(name, before, reason, report);
  }

  private static void unreachable(String name, SpanForm.Name before, String reason, Report report) {
    report.error(
        Code.UNREACHABLE_STEP,
        before.location(),
        "Step '%s' can never start, because %s. Remove a step from 'after'."
            .formatted(name, reason));
  }

  private static boolean waitsFor(String step, String other, String workflow, Workflows workflows) {
    return step.equals(other) || workflows.predecessors(workflow, step).contains(other);
  }

  private static boolean waitsForCycle(String step, String workflow, Workflows workflows) {
    Set<String> all = workflows.predecessors(workflow, step);
    return all.contains(step)
        || all.stream().anyMatch(each -> workflows.predecessors(workflow, each).contains(each));
  }
}
