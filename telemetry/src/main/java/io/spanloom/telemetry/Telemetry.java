package io.spanloom.telemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.Spans;
import io.spanloom.telemetry.settings.SettingNames;
import io.spanloom.telemetry.settings.TelemetrySettings;
import io.spanloom.telemetry.settings.UserLog;
import io.spanloom.telemetry.start.ProgrammaticConfig;
import io.spanloom.telemetry.start.RunningSdk;
import io.spanloom.telemetry.start.SdkBootstrap;
import io.spanloom.telemetry.start.StartupSummary;
import java.util.ServiceConfigurationError;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The SDK of a program that has none yet, set up from the standard {@code OTEL_*} variables and
 * {@code otel.*} system properties. Safe for many threads.
 */
public final class Telemetry {

  private static @Nullable Telemetry started;
  private static boolean starting;

  private final @Nullable RunningSdk sdk;
  private volatile boolean stopped;

  private Telemetry(@Nullable RunningSdk sdk) {
    this.sdk = sdk;
  }

  /**
   * Starts the SDK and registers it as the global one; where another is registered already, by an
   * agent or a framework, that one is used. A second call returns what the first did, from any
   * thread and also once it was stopped. A setting that cannot be used is said in a warning; the
   * program runs on without spans, or with the default in its place.
   *
   * @return the telemetry, to be stopped at the end
   */
  public static Telemetry start() {
    return start(ProgrammaticConfig.NOTHING);
  }

  /**
   * Returns a builder for a program that has something to say of itself.
   *
   * @return the builder of a start
   */
  public static TelemetryBuilder builder() {
    return new TelemetryBuilder();
  }

  static synchronized Telemetry start(ProgrammaticConfig code) {
    Telemetry running = started;
    if (running == null) {
      return first(code);
    }
    if (running.stopped) {
      UserLog.warn("Telemetry was stopped and stays so: an SDK is registered once in a program.");
    } else if (!code.equals(ProgrammaticConfig.NOTHING)) {
      UserLog.warn("Telemetry runs already; what this start says of the program is not used.");
    }
    return running;
  }

  /** Starts telemetry unless it runs, or this very thread is about to start it. */
  static synchronized void startOnce() {
    if (started == null && !starting) {
      first(ProgrammaticConfig.NOTHING);
    }
  }

  private static Telemetry first(ProgrammaticConfig code) {
    starting = true;
    try {
      Telemetry telemetry = new Telemetry(isRegistered() ? null : sdk(code));
      started = telemetry;
      telemetry.stopAtTheEnd();
      if (SettingNames.isOn(SettingNames.DEBUG)) {
        UserLog.inform(StartupSummary.of(telemetry.sdk));
      }
      return telemetry;
    } finally {
      starting = false;
    }
  }

  private static boolean isRegistered() {
    if (!GlobalOpenTelemetry.isSet()) {
      return false;
    }
    if (GlobalOpenTelemetry.get().getTracerProvider() == TracerProvider.noop()
        && !SettingNames.isOn(SettingNames.DISABLED)) {
      UserLog.warn(
          "Tracing is off: a no-op is registered, as GlobalOpenTelemetry.get() does it for good where"
              + " it is called before the start; telemetry has to be started first.");
    }
    return true;
  }

  private static @Nullable RunningSdk sdk(ProgrammaticConfig code) {
    try {
      if (TelemetrySettings.text(SettingNames.CONFIG_FILE) != null) {
        // Nothing of what SdkStart adds has a place in it.
        AutoConfiguredOpenTelemetrySdk.initialize();
        return null;
      }
      RunningSdk sdk = new SdkBootstrap(code).run();
      Spans.install(
          sdk.isDisabled() ? OpenTelemetry.noop() : sdk.sdk(),
          followsParent(sdk.sdk().getSdkTracerProvider().getSampler()));
      return sdk;
    } catch (RuntimeException | LinkageError | ServiceConfigurationError failure) {
      if (!GlobalOpenTelemetry.isSet()) { // otherwise another was registered in this moment
        UserLog.warn("Tracing is off: " + reason(failure));
        Spans.install(OpenTelemetry.noop(), true);
      }
      return null;
    }
  }

  private void stopAtTheEnd() {
    if (sdk != null && sdk.hasShutdownHook()) {
      // By then the log manager may have closed its handlers.
      Thread hook = new Thread(() -> stop(System.err::println), "spanloom-shutdown");
      try {
        Runtime.getRuntime().addShutdownHook(hook);
      } catch (IllegalStateException ending) {
        UserLog.warn("Telemetry was started while the JVM ends: only stop() delivers its spans.");
      }
    }
  }

  /** Returns the words of autoconfigure, whose own for a part that failed are hollow. */
  private static String reason(Throwable failure) {
    if (failure.getCause() instanceof ClassNotFoundException missing) {
      return "the class " + missing.getMessage() + " is not found.";
    }
    Throwable cause = failure.getCause();
    return failure.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
  }

  /**
   * Whether a sampler drops every child of a dropped span. The specification has a parent-based
   * sampler describe the samplers that it is made of.
   */
  static boolean followsParent(Sampler sampler) {
    String description = sampler.getDescription();
    return description.startsWith("ParentBased{")
        && description.contains("remoteParentNotSampled:AlwaysOffSampler")
        && description.contains("localParentNotSampled:AlwaysOffSampler");
  }

  /**
   * Delivers the spans that have ended and stops the SDK, unless it was started by another; takes
   * as long as {@code SPANLOOM_SHUTDOWN_TIMEOUT} says, 5 s by default, at most, and a second more
   * where a callback of the program's own metrics hangs. Spans that end later are dropped without a
   * word. The end of the JVM does so too.
   */
  public void stop() {
    stop(UserLog::warn);
  }

  private synchronized void stop(Consumer<String> say) {
    if (sdk != null && !stopped) {
      stopped = true;
      sdk.end(say);
      Spans.install(OpenTelemetry.noop(), true);
    }
  }
}
