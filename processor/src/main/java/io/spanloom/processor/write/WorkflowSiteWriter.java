package io.spanloom.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import io.spanloom.processor.model.BuiltInAttribute;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.WorkflowForm;

/** Writes the sites of workflows and their steps. */
final class WorkflowSiteWriter {

  private WorkflowSiteWriter() {}

  static ClassName type(SpanForm form) {
    if (form instanceof WorkflowForm) {
      return form instanceof WorkflowForm.Step
          ? RuntimeTypes.STEP_SITE
          : RuntimeTypes.WORKFLOW_SITE;
    }
    return RuntimeTypes.SPAN_SITE;
  }

  static CodeBlock write(TracedMethod method, WorkflowForm form) {
    return form instanceof WorkflowForm.Step step
        ? step(method, step)
        : run(method, (WorkflowForm.Run) form);
  }

  private static CodeBlock run(TracedMethod method, WorkflowForm.Run run) {
    CodeBlock.Builder site =
        CodeBlock.builder()
            .add(
                "$T.of($S,$W$S)",
                RuntimeTypes.WORKFLOW_SITE,
                run.workflow().text(),
                method.id().function());
    if (run.resumable() && !run.traceByRun()) {
      site.add(SiteWriter.onNewLine("resumable()"));
    }
    return finish(site, method, run);
  }

  private static CodeBlock step(TracedMethod method, WorkflowForm.Step step) {
    CodeBlock.Builder site =
        CodeBlock.builder()
            .add(
                "$T.of($S, $L,$W$S)",
                RuntimeTypes.STEP_SITE,
                step.step().text(),
                SiteWriter.textOrNull(step.workflow().text()),
                method.id().function());
    step.position()
        .ifPresent(
            place ->
                site.add(SiteWriter.onNewLine("position($L, $L)"), place.index(), place.count()));
    if (!step.after().isEmpty()) {
      CodeBlock names =
          step.after().stream()
              .map(name -> CodeBlock.of("$S", name.text()))
              .collect(CodeBlock.joining(",$W"));
      site.add(SiteWriter.onNewLine("after($L)"), names);
    }
    if (step.recordsEvents()) {
      site.add(SiteWriter.onNewLine("asEvents()"));
    }
    boolean readsRunId =
        step.paths().stream()
            .anyMatch(path -> path.key().equals(BuiltInAttribute.WORKFLOW_RUN_ID.key()));
    if (readsRunId) {
      site.add(SiteWriter.onNewLine("withRunId()"));
    }
    return finish(site, method, step);
  }

  private static CodeBlock finish(CodeBlock.Builder site, TracedMethod method, WorkflowForm form) {
    SiteWriter.addExpected(site, form);
    if (method.startsSpanPerSubscription()) {
      site.add(SiteWriter.onNewLine("perSubscription()"));
    }
    if (form.traceByRun()) {
      site.add(SiteWriter.onNewLine("traceByRun()"));
    }
    return site.build();
  }
}
