package io.spanloom.processor.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The telemetry of a workflow's run or of one of its steps. */
public sealed interface WorkflowForm extends SpanForm {

  /** Returns the workflow's name, empty if the run supplies it. */
  Name workflow();

  /** Returns whether the trace may be derived from the run. */
  boolean traceByRun();

  /**
   * A step's position in its workflow.
   *
   * @param index the position, from 1
   * @param count the number of known steps of the workflow
   */
  record Position(long index, long count) {}

  /**
   * {@code @Workflow}.
   *
   * @param location the annotation
   * @param workflow the workflow's name
   * @param resumable whether a run may continue in another process
   * @param traceByRun whether a run's trace is derived from its ID
   * @param expected the exceptions that are not errors
   * @param paths the ID of the run
   */
  record Run(
      SourceLocation location,
      Name workflow,
      boolean resumable,
      boolean traceByRun,
      List<ExpectedException> expected,
      List<Attribute> paths)
      implements WorkflowForm {
    @Override
    public String annotation() {
      return "@Workflow";
    }

    @Override
    public String formName() {
      return "workflow";
    }

    @Override
    public String spanName() {
      return workflow.text();
    }

    @Override
    public ExceptionPolicy exceptionPolicy() {
      return ExceptionPolicy.ALL;
    }

    @Override
    public Map<BuiltInAttribute, Object> constants() {
      return Map.of(BuiltInAttribute.WORKFLOW_NAME, workflow.text());
    }
  }

  /**
   * {@code @WorkflowStep}.
   *
   * @param location the annotation
   * @param step the step's name
   * @param workflow the workflow's name, empty if the run supplies it
   * @param recordsEvents whether calls become events instead of a span
   * @param after the steps that come before
   * @param traceByRun whether a call without a parent joins the trace that is derived from its run
   * @param expected the exceptions that are not errors
   * @param paths the ID of the run and the number of the attempt
   * @param position the position, if all steps of the workflow are known
   */
  record Step(
      SourceLocation location,
      Name step,
      Name workflow,
      boolean recordsEvents,
      List<Name> after,
      boolean traceByRun,
      List<ExpectedException> expected,
      List<Attribute> paths,
      Optional<Position> position)
      implements WorkflowForm {

    /**
     * Returns a copy of this step that is placed in its workflow.
     *
     * @param place the position
     * @param before the steps that come before it and are traced
     * @return the copy
     */
    public Step at(Position place, List<Name> before) {
      return new Step(
          location,
          step,
          workflow,
          recordsEvents,
          before,
          traceByRun,
          expected,
          paths,
          Optional.of(place));
    }

    @Override
    public String annotation() {
      return "@WorkflowStep";
    }

    @Override
    public String formName() {
      return recordsEvents ? "step events" : "step";
    }

    @Override
    public String spanName() {
      return step.text();
    }

    @Override
    public ExceptionPolicy exceptionPolicy() {
      return recordsEvents ? ExceptionPolicy.TYPE : ExceptionPolicy.ALL;
    }

    @Override
    public Map<BuiltInAttribute, Object> constants() {
      Map<BuiltInAttribute, Object> constants = new EnumMap<>(BuiltInAttribute.class);
      workflow.addTo(constants, BuiltInAttribute.WORKFLOW_NAME);
      constants.put(BuiltInAttribute.WORKFLOW_STEP_NAME, step.text());
      position.ifPresent(
          place -> {
            constants.put(BuiltInAttribute.WORKFLOW_STEP_INDEX, place.index());
            constants.put(BuiltInAttribute.WORKFLOW_STEP_COUNT, place.count());
          });
      return constants;
    }
  }
}
