package io.spanloom.telemetry.sampling;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.util.Map;
import java.util.logging.Logger;

/** Chooses the sampler {@code rules} where rules are set and no other sampler is. */
@AutoService(AutoConfigurationCustomizerProvider.class)
public final class SamplingCustomizer implements AutoConfigurationCustomizerProvider {

  private static final Logger LOGGER = Logger.getLogger(SamplingCustomizer.class.getName());
  private static final String SAMPLER = "otel.traces.sampler";

  /** Made by the service loader. */
  public SamplingCustomizer() {}

  @Override
  public void customize(AutoConfigurationCustomizer configuration) {
    configuration.addPropertiesCustomizer(SamplingCustomizer::chosen);
  }

  /** The last, so that a sampler which another customizer sets is seen. */
  @Override
  public int order() {
    return Integer.MAX_VALUE;
  }

  private static Map<String, String> chosen(ConfigProperties config) {
    for (SamplingSetting setting : SamplingSetting.values()) {
      if (setting.in(config) != null) {
        String sampler = config.getString(SAMPLER, "");
        if (sampler.isEmpty()) {
          return Map.of(SAMPLER, RuleSamplerProvider.NAME);
        }
        if (!sampler.equals(RuleSamplerProvider.NAME)) {
          LOGGER.warning(
              setting
                  + " is not used, since OTEL_TRACES_SAMPLER is "
                  + sampler
                  + "; leave that out or set it to "
                  + RuleSamplerProvider.NAME
                  + ".");
        }
        return Map.of();
      }
    }
    return Map.of();
  }
}
