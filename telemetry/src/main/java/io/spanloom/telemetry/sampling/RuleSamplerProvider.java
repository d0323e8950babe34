package io.spanloom.telemetry.sampling;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSamplerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.telemetry.settings.UserLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Provides the sampler {@code rules}, which samples by rules. */
@AutoService(ConfigurableSamplerProvider.class)
public final class RuleSamplerProvider implements ConfigurableSamplerProvider {

  static final String NAME = "rules";

  private static final String ALL_SAMPLED = "All new traces are sampled until this is fixed.";

  /** Called by the service loader. */
  public RuleSamplerProvider() {}

  @Override
  public Sampler createSampler(ConfigProperties config) {
    String text = SamplingSetting.RULES.get(config);
    String file = SamplingSetting.FILE.get(config);
    if (text == null && file == null) {
      UserLog.warn(
          "OTEL_TRACES_SAMPLER is '%s', but neither %s nor %s is set. %s"
              .formatted(NAME, SamplingSetting.RULES, SamplingSetting.FILE, ALL_SAMPLED));
    }
    SamplingRules rules = text == null ? null : parse(text);
    return Sampler.parentBased(file == null ? sampler(rules) : fileSampler(file, rules));
  }

  @Override
  public String getName() {
    return NAME;
  }

  private static @Nullable SamplingRules parse(String text) {
    try {
      return SamplingRules.parse(text);
    } catch (SamplingRulesException invalid) {
      UserLog.warn(
          "Invalid %s, %s. %s".formatted(SamplingSetting.RULES, invalid.getMessage(), ALL_SAMPLED));
      return null;
    }
  }

  private static Sampler fileSampler(String file, @Nullable SamplingRules fallback) {
    FileSampler sampler =
        new FileSampler(
            new RulesFile(file),
            sampler(fallback),
            fallback == null
                ? ALL_SAMPLED
                : SamplingSetting.RULES + " is used until this is fixed.",
            System::nanoTime);
    RulesFileWatch.start(sampler);
    return sampler;
  }

  private static Sampler sampler(@Nullable SamplingRules rules) {
    return new RuleSampler(rules == null ? new SamplingRules(List.of()) : rules, System::nanoTime);
  }
}
