package io.spanloom.telemetry.start;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.resources.Resource;
import io.spanloom.telemetry.delivery.SdkLogFilter;
import io.spanloom.telemetry.delivery.SpanDelivery;
import io.spanloom.telemetry.settings.SettingNames;
import io.spanloom.telemetry.settings.SettingsCheck;
import io.spanloom.telemetry.settings.UserLog;
import org.jspecify.annotations.Nullable;

/**
 * Starts the SDK once through autoconfigure and adds Spanloom's defaults, checks and delivery. Not
 * part of the API. Not thread-safe.
 */
public final class SdkBootstrap {

  private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

  private final ProgrammaticConfig program;
  private @Nullable ResolvedSettings resolved;

  /**
   * Prepares the start.
   *
   * @param program the configuration that the program sets in code
   */
  public SdkBootstrap(ProgrammaticConfig program) {
    this.program = program;
  }

  /**
   * Builds the SDK and registers it globally.
   *
   * @return the running SDK
   * @throws RuntimeException if a setting is invalid that {@link SettingsCheck} does not check, or
   *     if another SDK has been registered in the meantime
   */
  public RunningSdk run() {
    SdkLogFilter.suppressStartupMessages();
    OpenTelemetrySdk sdk =
        AutoConfiguredOpenTelemetrySdk.builder()
            .addPropertiesSupplier(program::withDefaults)
            .addPropertiesCustomizer(SettingsCheck::replacements)
            .addResourceCustomizer(this::resolve)
            .addMeterProviderCustomizer(
                (provider, config) -> resolved().delivery().observeQueue(provider))
            .addSpanExporterCustomizer(
                (exporter, config) -> resolved().delivery().addRetries(exporter))
            .disableShutdownHook() // RunningSdk shuts down within a time limit
            .setResultAsGlobal()
            .build()
            .getOpenTelemetrySdk();
    RunningSdk running = new RunningSdk(sdk, resolved());
    if (!running.isDisabled()) {
      warmUp();
    }
    return running;
  }

  private void warmUp() {
    try {
      WarmUp.run(resolved().config());
    } catch (RuntimeException | LinkageError failure) {
      UserLog.warn("The first spans may be slow, because the warm-up failed: " + failure);
    }
  }

  /** Keeps the settings, which no longer change at this point, and completes the resource. */
  private Resource resolve(Resource detected, ConfigProperties config) {
    Attributes added =
        program.resource().toBuilder().removeIf(key -> isInEnvironment(key, config)).build();
    Resource resource = detected.merge(Resource.create(added));
    resolved = new ResolvedSettings(config, resource, new SpanDelivery(config));
    return resource;
  }

  private static boolean isInEnvironment(AttributeKey<?> key, ConfigProperties config) {
    return config.getMap(SettingNames.RESOURCE_ATTRIBUTES).containsKey(key.getKey())
        || (key.equals(SERVICE_NAME) && config.getString(SettingNames.SERVICE_NAME) != null);
  }

  private ResolvedSettings resolved() {
    if (resolved == null) {
      throw new IllegalStateException("autoconfigure did not customize the resource first");
    }
    return resolved;
  }
}
