package io.spanloom.runtime;

import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.runtime.woven.RuntimeControl;

/**
 * Records the durations of all traced calls as a metric, independently of the sampler. Safe for use
 * by multiple threads.
 *
 * <p>The metric {@code spanloom.call.duration} is a histogram in seconds with the bucket boundaries
 * of the semantic conventions. Its attributes are:
 *
 * <ul>
 *   <li>{@code span.name}: the name of the method's spans, or of the workflow step if its calls are
 *       recorded as events
 *   <li>{@code code.function.name}: the method; absent for a call of {@link Spans#withSpan}
 *   <li>{@code error.type}: the class of the exception if the call failed; absent if the annotation
 *       declares the exception as expected, or if the call was cancelled
 * </ul>
 *
 * <p>AI calls also record the metrics that the semantic conventions for generative AI define,
 * {@code gen_ai.client.operation.duration} and {@code gen_ai.client.token.usage}, and the counter
 * {@code ai.cost.estimated}.
 *
 * <p>A call is recorded even if it has no span, because the parent span was dropped, the sampler
 * declined, or tracing is not set up. A call with a deferred result is recorded when the result
 * completes. Calls of methods that {@link Spans#disable} switches off are not recorded. If a call's
 * span is sampled, it is available as an exemplar.
 */
public final class CallDurations {

  private CallDurations() {}

  /**
   * Records calls that begin from now on. Replaces the listener that an earlier call of this method
   * or {@link io.spanloom.runtime.spi.CallListeners#set} installed. If the instance records no
   * metrics, because it is the no-op or has no metric reader, calls cost the same as without this
   * method.
   *
   * @param openTelemetry the instance whose meter records the durations
   * @return whether durations are recorded; false if the instance records no metrics
   */
  public static boolean install(OpenTelemetry openTelemetry) {
    return RuntimeControl.installDurations(openTelemetry);
  }

  /** Reverts {@link #install}: calls that begin from now on are not recorded. */
  public static void uninstall() {
    RuntimeControl.uninstallDurations();
  }
}
