package io.spanloom.telemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.CallDurations;
import io.spanloom.runtime.Spans;
import io.spanloom.runtime.woven.RuntimeControl;
import io.spanloom.telemetry.settings.SettingNames;
import io.spanloom.telemetry.settings.TelemetrySettings;
import io.spanloom.telemetry.settings.UserLog;
import io.spanloom.telemetry.start.DurationMetrics;
import io.spanloom.telemetry.start.ProgrammaticConfig;
import io.spanloom.telemetry.start.RunningSdk;
import io.spanloom.telemetry.start.SdkBootstrap;
import io.spanloom.telemetry.start.SupportedVersions;
import java.util.ServiceConfigurationError;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The OpenTelemetry SDK of a program, configured by the standard {@code OTEL_*} environment
 * variables and {@code otel.*} system properties, and by the settings of Spanloom. Thread-safe.
 */
public final class Telemetry {

  private static @Nullable Telemetry started;
  private static boolean starting;

  private final @Nullable RunningSdk sdk;
  private volatile boolean stopped;
  private boolean recordsDurations;

  private Telemetry(@Nullable RunningSdk sdk) {
    this.sdk = sdk;
  }

  /**
   * Starts the SDK and registers it globally. If an agent or a framework has already registered
   * one, uses that one instead. Idempotent: concurrent and later calls return the same instance,
   * even after it was stopped. Never throws: logs a warning for each invalid setting and falls back
   * to its default or disables tracing.
   *
   * @return the telemetry, to be stopped when the program ends
   */
  public static Telemetry start() {
    return start(ProgrammaticConfig.EMPTY);
  }

  /**
   * Returns a builder for a program that configures telemetry in code.
   *
   * @return the builder
   */
  public static TelemetryBuilder builder() {
    return new TelemetryBuilder();
  }

  static synchronized Telemetry start(ProgrammaticConfig program) {
    Telemetry running = started;
    if (running == null) {
      return startFirst(program);
    }
    if (running.stopped) {
      UserLog.warn("Telemetry cannot be restarted: the global SDK can be set only once per JVM.");
    } else if (!program.equals(ProgrammaticConfig.EMPTY)) {
      UserLog.warn("Telemetry is already running; ignoring the configuration of this builder.");
    }
    return running;
  }

  /** Starts telemetry unless it is running or the calling thread is just starting it. */
  static synchronized void startIfAbsent() {
    if (started == null && !starting) {
      startFirst(ProgrammaticConfig.EMPTY);
    }
  }

  private static Telemetry startFirst(ProgrammaticConfig program) {
    starting = true;
    try {
      Telemetry telemetry = new Telemetry(isRegistered() ? null : startSdk(program));
      started = telemetry;
      telemetry.recordDurations();
      telemetry.addShutdownHook();
      if (TelemetrySettings.isTrue(SettingNames.DEBUG)) {
        UserLog.info(telemetry.summary());
      }
      return telemetry;
    } finally {
      starting = false;
    }
  }

  private static boolean isRegistered() {
    if (!RuntimeControl.isGlobalSet()) {
      return false;
    }
    if (GlobalOpenTelemetry.get().getTracerProvider() == TracerProvider.noop()
        && !TelemetrySettings.isTrue(SettingNames.DISABLED)) {
      UserLog.warn(
          "Tracing is disabled: a no-op OpenTelemetry is already registered. Call Telemetry.start()"
              + " before the first GlobalOpenTelemetry.get(), which registers a no-op permanently.");
    }
    return true;
  }

  private static @Nullable RunningSdk startSdk(ProgrammaticConfig program) {
    String unsupported = SupportedVersions.problem();
    if (unsupported != null) {
      UserLog.warn("Telemetry is not started: " + unsupported);
      RuntimeControl.suppressMissingSdkMessage();
      return null; // without a no-op, so that a framework's SDK can still be used
    }
    try {
      if (TelemetrySettings.text(SettingNames.CONFIG_FILE) != null) {
        // SdkBootstrap cannot customize declarative configuration.
        AutoConfiguredOpenTelemetrySdk.initialize();
        return null;
      }
      RunningSdk sdk = new SdkBootstrap(program).run();
      Spans.install(
          sdk.isDisabled() ? OpenTelemetry.noop() : sdk.sdk(),
          followsParent(sdk.sdk().getSdkTracerProvider().getSampler()));
      return sdk;
    } catch (RuntimeException | LinkageError | ServiceConfigurationError failure) {
      if (!RuntimeControl.isGlobalSet()) { // otherwise another thread has just registered one
        UserLog.warn("Tracing is disabled: " + reason(failure));
        Spans.install(OpenTelemetry.noop(), true);
      }
      return null;
    }
  }

  private void recordDurations() {
    if (sdk != null) {
      recordsDurations = !sdk.isDisabled() && DurationMetrics.install(sdk.sdk());
    } else if (RuntimeControl.isGlobalSet()) {
      recordsDurations = DurationMetrics.install(GlobalOpenTelemetry.get());
    }
  }

  private void addShutdownHook() {
    if (sdk != null && sdk.hasShutdownHook()) {
      // Standard error, because the log manager may close its handlers before this hook runs.
      Thread hook = new Thread(() -> stop(System.err::println), "spanloom-shutdown");
      try {
        Runtime.getRuntime().addShutdownHook(hook);
      } catch (IllegalStateException shuttingDown) {
        UserLog.warn("Telemetry was started during JVM shutdown; call stop() to export its spans.");
      }
    }
  }

  private String summary() {
    if (sdk == null && RuntimeControl.isGlobalSet()) {
      return "Telemetry is provided by an agent, a framework or a configuration file.";
    }
    return sdk == null || sdk.isDisabled() ? "Tracing is disabled." : sdk.summary();
  }

  /** Returns a message that includes the cause, which autoconfigure's messages often omit. */
  private static String reason(Throwable failure) {
    if (failure.getCause() instanceof ClassNotFoundException missing
        && !String.valueOf(missing.getMessage()).startsWith("io.opentelemetry.")) {
      return "class " + missing.getMessage() + " not found.";
    }
    if (failure instanceof LinkageError mismatch) {
      return SupportedVersions.explain(mismatch);
    }
    Throwable cause = failure.getCause();
    return failure.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
  }

  /**
   * Returns whether a sampler drops every child of a dropped span. The specification requires the
   * description of a parent-based sampler to list the samplers it delegates to.
   */
  static boolean followsParent(Sampler sampler) {
    String description = sampler.getDescription();
    return description.startsWith("ParentBased{")
        && description.contains("remoteParentNotSampled:AlwaysOffSampler")
        && description.contains("localParentNotSampled:AlwaysOffSampler");
  }

  /**
   * Exports the finished spans and stops the SDK, unless an agent or a framework started it. Takes
   * at most the time that {@code SPANLOOM_SHUTDOWN_TIMEOUT} sets (default 5 s), and one second more
   * if a callback of the program's metrics blocks. Spans that end later are dropped silently. A
   * shutdown hook calls this method when the JVM exits.
   */
  public void stop() {
    stop(UserLog::warn);
  }

  private synchronized void stop(Consumer<String> output) {
    if (sdk != null && !stopped) {
      stopped = true;
      sdk.shutDown(output);
      if (recordsDurations) {
        CallDurations.uninstall();
      }
      Spans.install(OpenTelemetry.noop(), true);
    }
  }
}
