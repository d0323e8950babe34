package io.spanloom.telemetry.sampling;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSamplerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes a sampler that follows rules one like any other, named {@code rules}. */
@AutoService(ConfigurableSamplerProvider.class)
public final class RuleSamplerProvider implements ConfigurableSamplerProvider {

  static final String NAME = "rules";

  private static final Logger LOGGER = Logger.getLogger(RuleSamplerProvider.class.getName());
  private static final String ALL_KEPT = "Every trace is kept until that is mended.";

  /** Made by the service loader. */
  public RuleSamplerProvider() {}

  @Override
  public Sampler createSampler(ConfigProperties config) {
    String rules = SamplingSetting.RULES.in(config);
    String file = SamplingSetting.FILE.in(config);
    if (rules == null && file == null) {
      LOGGER.warning(
          "OTEL_TRACES_SAMPLER is "
              + NAME
              + ", but neither SPANLOOM_SAMPLING_RULES nor SPANLOOM_SAMPLING_FILE is set. "
              + ALL_KEPT);
    }
    SamplingRules written = rules == null ? null : parsed(rules);
    return Sampler.parentBased(file == null ? of(written) : watched(file, written));
  }

  @Override
  public String getName() {
    return NAME;
  }

  private static @Nullable SamplingRules parsed(String rules) {
    try {
      return SamplingRules.parse(rules);
    } catch (SamplingRulesException fault) {
      LOGGER.warning(SamplingSetting.RULES + ", " + fault.getMessage() + ". " + ALL_KEPT);
      return null;
    }
  }

  private static Sampler watched(String file, @Nullable SamplingRules before) {
    FileSampler sampler =
        new FileSampler(
            new RulesFile(file),
            of(before),
            before == null ? ALL_KEPT : SamplingSetting.RULES + " decides until that is mended.",
            System::nanoTime);
    FileWatch.start(sampler);
    return sampler;
  }

  private static Sampler of(@Nullable SamplingRules rules) {
    return new RuleSampler(rules == null ? new SamplingRules(List.of()) : rules, System::nanoTime);
  }
}
