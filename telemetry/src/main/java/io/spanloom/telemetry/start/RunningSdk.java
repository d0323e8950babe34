package io.spanloom.telemetry.start;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.resources.Resource;
import io.spanloom.telemetry.delivery.DaemonThreads;
import io.spanloom.telemetry.delivery.DroppedSpanReporter;
import io.spanloom.telemetry.delivery.ExponentialBackoff;
import io.spanloom.telemetry.settings.SettingNames;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * An SDK that Spanloom started, and what it was started with.
 *
 * @param config what autoconfigure read
 * @param resource what every span has
 * @param losses knows what was not delivered
 * @param backoff is cut short at the end
 */
public record RunningSdk(
    OpenTelemetrySdk sdk,
    ConfigProperties config,
    Resource resource,
    DroppedSpanReporter losses,
    ExponentialBackoff backoff) {

  private static final long MOMENT_MILLIS = 1_000;

  public boolean isDisabled() {
    return config.getBoolean(SettingNames.DISABLED, false);
  }

  public boolean hasShutdownHook() {
    return config.getBoolean(SettingNames.SHUTDOWN_HOOK, true);
  }

  /**
   * Delivers what has ended, and shuts the SDK down; takes no longer than its limit, and a moment
   * to tell what was not delivered. All of it is done by a thread that can be left: some of
   * OpenTelemetry's parts end on the thread that asks them to, and the program's own callbacks are
   * called. An interruption from before is not meant for the spans, and remains.
   *
   * @param say gets a sentence, if spans were not delivered
   */
  public void end(Consumer<String> say) {
    Duration limit = config.getDuration(SettingNames.SHUTDOWN_TIMEOUT, Duration.ZERO);
    boolean interrupted = Thread.interrupted();
    try {
      DaemonThreads.start(() -> end(limit, say), "spanloom-end")
          .join(limit.toMillis() + MOMENT_MILLIS);
    } catch (InterruptedException now) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void end(Duration limit, Consumer<String> say) {
    long end = System.nanoTime() + limit.toNanos();
    losses.end();
    backoff.end();
    sdk.getSdkTracerProvider().forceFlush().join(limit.toNanos(), TimeUnit.NANOSECONDS);
    losses.tellEnd(limit, say);
    sdk.shutdown().join(end - System.nanoTime(), TimeUnit.NANOSECONDS);
  }
}
