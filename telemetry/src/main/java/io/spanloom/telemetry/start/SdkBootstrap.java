package io.spanloom.telemetry.start;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.spanloom.telemetry.delivery.DroppedSpanReporter;
import io.spanloom.telemetry.delivery.ExponentialBackoff;
import io.spanloom.telemetry.delivery.ResendingExporter;
import io.spanloom.telemetry.delivery.SdkLogFilter;
import io.spanloom.telemetry.delivery.SpanQueue;
import io.spanloom.telemetry.settings.Endpoint;
import io.spanloom.telemetry.settings.SettingNames;
import io.spanloom.telemetry.settings.SettingsCheck;
import io.spanloom.telemetry.settings.UserLog;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One start of the SDK through autoconfigure, with what Spanloom adds to it. For one thread. */
public final class SdkBootstrap {

  /** How long a batch is tried where no time is set to it. */
  private static final AttributeKey<String> SERVICE_NAME_KEY =
      AttributeKey.stringKey("service.name");

  private final ProgrammaticConfig code;
  private final SpanQueue queue = new SpanQueue();
  private @Nullable Settled settled;

  /**
   * Prepares a start.
   *
   * @param code what the program says
   */
  public SdkBootstrap(ProgrammaticConfig code) {
    this.code = code;
  }

  /**
   * Builds the SDK and registers it globally.
   *
   * @return what was started
   * @throws RuntimeException if a setting that {@link SettingsCheck} does not know has no meaning,
   *     or another SDK was registered meanwhile
   */
  public RunningSdk run() {
    SdkLogFilter.leaveOutOfAStart();
    OpenTelemetrySdk sdk =
        AutoConfiguredOpenTelemetrySdk.builder()
            .addPropertiesSupplier(code::defaults)
            .addPropertiesCustomizer(SettingsCheck::replacements)
            .addResourceCustomizer(this::settle)
            .addMeterProviderCustomizer((provider, config) -> queue.addTo(provider))
            .addSpanExporterCustomizer(this::resending)
            .disableShutdownHook() // stop() does it, within its limit
            .setResultAsGlobal()
            .build()
            .getOpenTelemetrySdk();
    Settled known = settled();
    return new RunningSdk(sdk, known.config, known.resource, known.losses, known.backoff);
  }

  /** Takes the settings, which no longer change, and settles the resource. */
  private Resource settle(Resource detected, ConfigProperties config) {
    Attributes added =
        code.resource().toBuilder().removeIf(key -> isInEnvironment(key, config)).build();
    Resource resource = detected.merge(Resource.create(added));
    DroppedSpanReporter losses =
        new DroppedSpanReporter(
            queue,
            new UserLog(Clock.getDefault()),
            config.getInt(SettingNames.QUEUE_SIZE, 0),
            patience(config));
    ExponentialBackoff backoff =
        new ExponentialBackoff(!config.getBoolean(SettingNames.RETRY_DISABLED, false));
    settled = new Settled(config, resource, losses, backoff);
    return resource;
  }

  private static boolean isInEnvironment(AttributeKey<?> key, ConfigProperties config) {
    return config.getMap(SettingNames.RESOURCE_ATTRIBUTES).containsKey(key.getKey())
        || (key.equals(SERVICE_NAME_KEY) && config.getString(SettingNames.SERVICE_NAME) != null);
  }

  /** Returns how long a batch is tried; nothing means for ever, as it does to the processor. */
  static Duration patience(ConfigProperties config) {
    Duration patience = config.getDuration(SettingNames.EXPORT_TIMEOUT, Duration.ZERO);
    return patience.isZero() ? DroppedSpanReporter.UNLIMITED : patience;
  }

  private SpanExporter resending(SpanExporter exporter, ConfigProperties config) {
    SpanExporter once;
    if (exporter instanceof OtlpGrpcSpanExporter grpc) {
      once = grpc.toBuilder().setRetryPolicy(null).build();
    } else if (exporter instanceof OtlpHttpSpanExporter http) {
      once = http.toBuilder().setRetryPolicy(null).build();
    } else {
      return exporter;
    }
    SdkLogFilter.leaveOutOfDelivery();
    Settled known = settled();
    return new ResendingExporter(
        once,
        Endpoint.of(config),
        patience(config),
        Clock.getDefault(),
        known.backoff,
        known.losses);
  }

  private Settled settled() {
    if (settled == null) {
      throw new IllegalStateException("autoconfigure asks for the resource first");
    }
    return settled;
  }

  /** What is known once the settings are read. */
  private record Settled(
      ConfigProperties config,
      Resource resource,
      DroppedSpanReporter losses,
      ExponentialBackoff backoff) {}
}
