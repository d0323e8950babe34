package io.spanloom.benchmarks.call;

import io.spanloom.benchmarks.call.DeferredBenchmark.Tracing;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call of a benchmark that {@link CpuTime} measures.
 *
 * @param start prepares the calls
 * @param call makes one invocation, which returns a result that is not null
 * @param stop ends the measurement
 * @param callsPerInvocation the number of calls that an invocation makes
 */
record MeasuredCall(
    Runnable start, Supplier<@Nullable Object> call, Runnable stop, int callsPerInvocation) {

  private static final Map<String, Function<DeferredBenchmark, Supplier<@Nullable Object>>>
      DEFERRED =
          Map.of(
              "future", benchmark -> benchmark::future,
              "mono", benchmark -> benchmark::mono,
              "flux", benchmark -> benchmark::flux,
              "uni", benchmark -> benchmark::uni,
              "stream", benchmark -> benchmark::stream);

  private static final Map<String, Function<AiBenchmark, Supplier<@Nullable Object>>> AI =
      Map.of(
          "none", benchmark -> benchmark::none,
          "by hand", benchmark -> benchmark::byHand,
          "spanloom", benchmark -> benchmark::spanloom);

  private static final Map<String, Function<StepBenchmark, Supplier<@Nullable Object>>> STEP =
      Map.of(
          "span", benchmark -> benchmark::span,
          "events", benchmark -> benchmark::events,
          "events by hand", benchmark -> benchmark::eventsByHand);

  /** Returns all calls by name. */
  static SortedMap<String, Supplier<MeasuredCall>> all() {
    SortedMap<String, Supplier<MeasuredCall>> all = new TreeMap<>();
    AI.forEach((name, method) -> all.put("ai " + name, () -> ofAi(method)));
    STEP.forEach(
        (name, method) -> {
          all.put("step in a run, " + name, () -> ofStep(true, method));
          all.put("step without a run, " + name, () -> ofStep(false, method));
        });
    DEFERRED.forEach(
        (name, method) -> {
          for (Tracing tracing : Tracing.values()) {
            String way = tracing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            all.put("deferred " + name + " " + way, () -> ofDeferred(tracing, method));
          }
        });
    return all;
  }

  private static MeasuredCall ofAi(Function<AiBenchmark, Supplier<@Nullable Object>> method) {
    AiBenchmark benchmark = new AiBenchmark();
    return new MeasuredCall(benchmark::start, method.apply(benchmark), benchmark::stop, 1);
  }

  private static MeasuredCall ofStep(
      boolean inRun, Function<StepBenchmark, Supplier<@Nullable Object>> method) {
    StepBenchmark benchmark = new StepBenchmark();
    benchmark.inRun = inRun;
    return new MeasuredCall(
        benchmark::start, method.apply(benchmark), benchmark::stop, StepBenchmark.STEPS);
  }

  private static MeasuredCall ofDeferred(
      Tracing tracing, Function<DeferredBenchmark, Supplier<@Nullable Object>> method) {
    DeferredBenchmark benchmark = new DeferredBenchmark();
    benchmark.tracing = tracing;
    return new MeasuredCall(benchmark::start, method.apply(benchmark), benchmark::stop, 1);
  }
}
