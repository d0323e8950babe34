package io.spanloom.telemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.Spans;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The SDK of a program that has none yet, set up from the standard {@code OTEL_*} variables and
 * {@code otel.*} system properties. Safe for many threads.
 */
public final class Telemetry {

  private static final long FLUSH_SECONDS = 5;

  private static @Nullable Telemetry started;

  private final @Nullable OpenTelemetrySdk sdk;
  private final AtomicBoolean stopped = new AtomicBoolean();

  private Telemetry(@Nullable OpenTelemetrySdk sdk) {
    this.sdk = sdk;
  }

  /**
   * Starts the SDK and registers it as the global one; where another is registered already, by an
   * agent or a framework, that one is used. A second call returns what the first did.
   *
   * @return the telemetry, to be stopped at the end
   * @throws io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException if a variable has a value
   *     that means nothing
   */
  public static synchronized Telemetry start() {
    Telemetry running = started;
    if (running == null) {
      running = new Telemetry(GlobalOpenTelemetry.isSet() ? null : startSdk());
      started = running;
      Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "spanloom-shutdown"));
    }
    return running;
  }

  private static OpenTelemetrySdk startSdk() {
    AtomicBoolean followsParent = new AtomicBoolean();
    OpenTelemetrySdk sdk =
        AutoConfiguredOpenTelemetrySdk.builder()
            .addSamplerCustomizer(
                (sampler, properties) -> {
                  followsParent.set(followsParent(sampler));
                  return sampler;
                })
            .disableShutdownHook() // it would shut down again what stop() has
            .setResultAsGlobal()
            .build()
            .getOpenTelemetrySdk();
    Spans.install(sdk, followsParent.get());
    return sdk;
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
   * Exports what is left and stops the SDK, unless it was started by another; takes 5 s at most.
   * The end of the JVM does so too.
   */
  public void stop() {
    if (sdk != null && stopped.compareAndSet(false, true)) {
      sdk.shutdown().join(FLUSH_SECONDS, TimeUnit.SECONDS);
    }
  }
}
