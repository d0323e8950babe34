package io.spanloom.telemetry.view.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a workflow's run in a trace, in the order of the workflow.
 *
 * @param workflow the workflow's name, empty if unknown
 * @param runId the run's ID, empty if it has none
 * @param steps the steps that the trace contains, and those that it skips
 */
public record RunSteps(String workflow, String runId, List<Step> steps) {

  /** The result of a step's last attempt. */
  public enum State {
    /** It succeeded. */
    DONE,
    /** It failed. */
    FAILED,
    /** It was cancelled. */
    CANCELLED,
    /** Its end is not part of the trace. */
    UNFINISHED,
    /** It is a step of the workflow, but not part of the trace. */
    SKIPPED
  }

  /**
   * A step.
   *
   * @param index the position in the workflow, or 0 if unknown
   * @param name the name; for skipped steps, the number of further ones, such as {@code +2}, or
   *     empty
   * @param state the result of the last attempt
   * @param attempts the number of the last attempt
   * @param early whether an attempt started before the steps that come before had ended
   */
  public record Step(long index, String name, State state, long attempts, boolean early) {}

  /** The identity of a run. */
  private record Run(String workflow, String id) {}

  /** A start or end of an attempt. */
  private record Attempt(Attributes attributes, long nanos, State state) {}

  /** Returns the runs of a trace, in the order of their first steps. */
  static List<RunSteps> of(List<SpanRow> rows) {
    Map<Run, Map<String, List<Attempt>>> runs = new LinkedHashMap<>();
    for (SpanRow row : rows) {
      SpanData span = row.span();
      boolean hasEvents = false;
      for (EventData event : span.getEvents()) {
        if (isStartOrEnd(event)) {
          hasEvents = true;
          boolean end = event.getName().equals(SpanKeys.EVENT_STEP_END);
          add(event.getAttributes(), event.getEpochNanos(), end, runs);
        }
      }
      if (!hasEvents || !isStepOf(span)) {
        add(span.getAttributes(), span.getEndEpochNanos(), true, runs);
      }
    }
    List<RunSteps> result = new ArrayList<>();
    runs.forEach((run, steps) -> result.add(of(run, steps)));
    return result;
  }

  private static boolean isStartOrEnd(EventData event) {
    return event.getName().equals(SpanKeys.EVENT_STEP_START)
        || event.getName().equals(SpanKeys.EVENT_STEP_END);
  }

  /** Returns whether a span only holds the events of its own step. */
  private static boolean isStepOf(SpanData span) {
    String name = span.getAttributes().get(SpanKeys.STEP_NAME);
    return name != null
        && span.getEvents().stream()
            .filter(RunSteps::isStartOrEnd)
            .anyMatch(event -> name.equals(event.getAttributes().get(SpanKeys.STEP_NAME)));
  }

  private static void add(
      Attributes attributes, long nanos, boolean ended, Map<Run, Map<String, List<Attempt>>> runs) {
    String name = attributes.get(SpanKeys.STEP_NAME);
    if (name != null) {
      Run run =
          new Run(
              Objects.requireNonNullElse(attributes.get(SpanKeys.WORKFLOW_NAME), ""),
              Objects.requireNonNullElse(attributes.get(SpanKeys.RUN_ID), ""));
      runs.computeIfAbsent(run, key -> new LinkedHashMap<>())
          .computeIfAbsent(name, key -> new ArrayList<>())
          .add(new Attempt(attributes, nanos, ended ? state(attributes) : State.UNFINISHED));
    }
  }

  private static State state(Attributes attributes) {
    String outcome = Objects.requireNonNullElse(attributes.get(SpanKeys.STEP_OUTCOME), "");
    return switch (outcome) {
      case "success" -> State.DONE;
      case "error" -> State.FAILED;
      case "cancelled" -> State.CANCELLED;
      default -> State.UNFINISHED;
    };
  }

  private static RunSteps of(Run run, Map<String, List<Attempt>> attempts) {
    List<Step> steps = new ArrayList<>();
    long count = 0;
    for (Map.Entry<String, List<Attempt>> each : attempts.entrySet()) {
      steps.add(step(each.getKey(), each.getValue()));
      for (Attempt attempt : each.getValue()) {
        count = Math.max(count, number(attempt.attributes().get(SpanKeys.STEP_COUNT)));
      }
    }
    steps.sort(Comparator.comparingLong(Step::index));
    return new RunSteps(run.workflow(), run.id(), withSkipped(steps, count));
  }

  private static Step step(String name, List<Attempt> attempts) {
    List<Attempt> ordered = new ArrayList<>(attempts);
    ordered.sort(Comparator.comparingLong(Attempt::nanos));
    Attempt last = ordered.get(ordered.size() - 1);
    long most = 1;
    boolean early = false;
    for (Attempt attempt : attempts) {
      most = Math.max(most, number(attempt.attributes().get(SpanKeys.STEP_ATTEMPT)));
      early |= attempt.attributes().get(SpanKeys.STEP_OUT_OF_ORDER) != null;
    }
    return new Step(
        number(last.attributes().get(SpanKeys.STEP_INDEX)), name, last.state(), most, early);
  }

  private static long number(@Nullable Long value) {
    return value == null ? 0 : value;
  }

  /** Adds an entry for each gap in the positions; it has the position of its first step. */
  private static List<Step> withSkipped(List<Step> steps, long count) {
    List<Step> result = new ArrayList<>();
    long next = 1;
    for (Step step : steps) {
      if (step.index() > next) {
        result.add(skipped(next, step.index() - next));
      }
      result.add(step);
      next = Math.max(next, step.index() + 1);
    }
    if (count >= next) {
      result.add(skipped(next, count + 1 - next));
    }
    return List.copyOf(result);
  }

  private static Step skipped(long from, long number) {
    return new Step(from, number == 1 ? "" : "+" + (number - 1), State.SKIPPED, 0, false);
  }
}
