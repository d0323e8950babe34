package io.spanloom.telemetry.sampling;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.spanloom.telemetry.settings.SettingNames;
import io.spanloom.telemetry.settings.UserLog;
import java.util.Map;

/** Selects the sampler {@code rules} if rules are set and no other sampler is. */
@AutoService(AutoConfigurationCustomizerProvider.class)
public final class SamplingCustomizer implements AutoConfigurationCustomizerProvider {

  /** Called by the service loader. */
  public SamplingCustomizer() {}

  @Override
  public void customize(AutoConfigurationCustomizer configuration) {
    configuration.addPropertiesCustomizer(SamplingCustomizer::selectSampler);
  }

  /** Returns the highest order, so that samplers set by other customizers are visible. */
  @Override
  public int order() {
    return Integer.MAX_VALUE;
  }

  private static Map<String, String> selectSampler(ConfigProperties config) {
    for (SamplingSetting setting : SamplingSetting.values()) {
      if (setting.get(config) != null) {
        String sampler = config.getString(SettingNames.SAMPLER, "");
        if (sampler.isEmpty()) {
          return Map.of(SettingNames.SAMPLER, RuleSamplerProvider.NAME);
        }
        if (!sampler.equals(RuleSamplerProvider.NAME)) {
          UserLog.warn(
              "Ignoring %s because OTEL_TRACES_SAMPLER is '%s'; unset it or set it to %s."
                  .formatted(setting, sampler, RuleSamplerProvider.NAME));
        }
        return Map.of();
      }
    }
    return Map.of();
  }
}
