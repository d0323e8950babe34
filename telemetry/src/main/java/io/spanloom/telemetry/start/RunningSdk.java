package io.spanloom.telemetry.start;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.spanloom.telemetry.settings.SettingNames;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** An SDK that Spanloom started. Not part of the API. Thread-safe. */
public final class RunningSdk {

  /** The time beyond the limit in which the shutdown may report unexported spans. */
  private static final long GRACE_MILLIS = 1_000;

  private final OpenTelemetrySdk sdk;
  private final ResolvedSettings settings;

  RunningSdk(OpenTelemetrySdk sdk, ResolvedSettings settings) {
    this.sdk = sdk;
    this.settings = settings;
  }

  /** Returns the SDK. */
  public OpenTelemetrySdk sdk() {
    return sdk;
  }

  /** Returns whether {@code OTEL_SDK_DISABLED} is set. */
  public boolean isDisabled() {
    return settings.config().getBoolean(SettingNames.DISABLED, false);
  }

  /** Returns whether a shutdown hook stops the SDK. */
  public boolean hasShutdownHook() {
    return settings.config().getBoolean(SettingNames.SHUTDOWN_HOOK, true);
  }

  /** Returns one line that describes the SDK, without secrets. */
  public String summary() {
    return StartupSummary.of(sdk, settings);
  }

  /**
   * Exports the finished spans and shuts the SDK down within the time limit. A thread that can be
   * abandoned does the work, because parts of OpenTelemetry and the program's callbacks may block
   * it. The calling thread's interrupt status does not stop the export and is preserved.
   *
   * @param output receives a message for each kind of lost span
   */
  public void shutDown(Consumer<String> output) {
    Duration limit = settings.config().getDuration(SettingNames.SHUTDOWN_TIMEOUT, Duration.ZERO);
    boolean interrupted = Thread.interrupted();
    Thread thread = new Thread(() -> shutDown(limit, output), "spanloom-shutdown-worker");
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(limit.toMillis() + GRACE_MILLIS);
    } catch (InterruptedException now) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void shutDown(Duration limit, Consumer<String> output) {
    long deadline = System.nanoTime() + limit.toNanos();
    settings.delivery().beginShutdown();
    sdk.getSdkTracerProvider().forceFlush().join(limit.toNanos(), TimeUnit.NANOSECONDS);
    settings.delivery().reportAtShutdown(limit, output);
    if (!isDisabled()) {
      EmptyViewExplanation.explain(sdk, settings).ifPresent(output);
    }
    sdk.shutdown().join(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
  }
}
