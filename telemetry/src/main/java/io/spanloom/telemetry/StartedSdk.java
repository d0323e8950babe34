package io.spanloom.telemetry;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.resources.Resource;
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
record StartedSdk(
    OpenTelemetrySdk sdk,
    ConfigProperties config,
    Resource resource,
    Losses losses,
    Backoff backoff) {

  boolean isDisabled() {
    return config.getBoolean(Variables.DISABLED, false);
  }

  boolean hasShutdownHook() {
    return config.getBoolean(Variables.SHUTDOWN_HOOK, true);
  }

  /**
   * Delivers what has ended, and shuts the SDK down; takes no longer than its limit.
   *
   * @param say gets a sentence, if spans were not delivered
   */
  void end(Consumer<String> say) {
    Duration limit = config.getDuration(Variables.SHUTDOWN_TIMEOUT, Duration.ZERO);
    long end = System.nanoTime() + limit.toNanos();
    losses.end();
    backoff.end();
    sdk.getSdkTracerProvider().forceFlush().join(limit.toNanos(), TimeUnit.NANOSECONDS);
    losses.tellEnd(limit, say);
    sdk.shutdown().join(end - System.nanoTime(), TimeUnit.NANOSECONDS);
  }
}
