package io.spanloom.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One start of the SDK through autoconfigure, with what Spanloom adds to it. For one thread. */
final class SdkStart {

  private final Attributes code;
  private final SpanQueue queue = new SpanQueue();
  private @Nullable ConfigProperties config;
  private @Nullable Resource resource;
  private @Nullable Losses losses;
  private @Nullable Backoff backoff;

  /**
   * Prepares a start.
   *
   * @param code what the program says of its resource
   */
  SdkStart(Attributes code) {
    this.code = code;
  }

  /**
   * Builds the SDK and registers it globally.
   *
   * @return what was started
   * @throws RuntimeException if a setting that {@link SettingsCheck} does not know has no meaning,
   *     or another SDK was registered meanwhile
   */
  StartedSdk run() {
    SdkNoise.leaveOutOfAStart();
    OpenTelemetrySdk sdk =
        AutoConfiguredOpenTelemetrySdk.builder()
            .addPropertiesSupplier(() -> Variables.DEFAULTS)
            .addPropertiesCustomizer(SettingsCheck::replacements)
            .addResourceCustomizer(this::settled)
            .addMeterProviderCustomizer((provider, unused) -> queue.addTo(provider))
            .addSpanExporterCustomizer(this::resending)
            .disableShutdownHook() // stop() does it, within its limit
            .setResultAsGlobal()
            .build()
            .getOpenTelemetrySdk();
    if (config == null || resource == null || losses == null || backoff == null) {
      throw new IllegalStateException("autoconfigure did not ask for the resource");
    }
    return new StartedSdk(sdk, config, resource, losses, backoff);
  }

  /** Adds the program's own attributes where the environment says nothing of them. */
  private Resource settled(Resource detected, ConfigProperties settings) {
    config = settings;
    losses =
        new Losses(
            queue,
            new Sentences(Clock.getDefault()),
            settings.getInt(Variables.QUEUE_SIZE, 2048),
            patience(settings));
    backoff = new Backoff(!settings.getBoolean(Variables.RETRY_DISABLED, false));
    Map<String, String> environment = settings.getMap(Variables.RESOURCE_ATTRIBUTES);
    Set<String> given =
        code.asMap().keySet().stream()
            .map(key -> key.getKey())
            .filter(key -> !environment.containsKey(key))
            .filter(
                key ->
                    !key.equals("service.name")
                        || settings.getString(Variables.SERVICE_NAME) == null)
            .collect(Collectors.toSet());
    Attributes added = code.toBuilder().removeIf(key -> !given.contains(key.getKey())).build();
    Resource settled = detected.merge(Resource.create(added));
    resource = settled;
    return settled;
  }

  /** Returns how long a batch is tried; nothing means for ever, as it does to the processor. */
  private static Duration patience(ConfigProperties settings) {
    Duration patience = settings.getDuration(Variables.EXPORT_TIMEOUT);
    return patience == null || patience.isZero() ? Duration.ofNanos(Long.MAX_VALUE) : patience;
  }

  private SpanExporter resending(SpanExporter exporter, ConfigProperties settings) {
    if (losses == null || backoff == null) {
      return exporter;
    }
    SpanExporter once;
    if (exporter instanceof OtlpGrpcSpanExporter grpc) {
      once = grpc.toBuilder().setRetryPolicy(null).build();
    } else if (exporter instanceof OtlpHttpSpanExporter http) {
      once = http.toBuilder().setRetryPolicy(null).build();
    } else {
      return exporter;
    }
    SdkNoise.leaveOutOfDelivery();
    return new ResendingExporter(
        once, Endpoint.of(settings), patience(settings), Clock.getDefault(), backoff, losses);
  }
}
