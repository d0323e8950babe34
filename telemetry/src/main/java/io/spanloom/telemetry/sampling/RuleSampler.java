package io.spanloom.telemetry.sampling;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Samples root spans by rules. */
final class RuleSampler implements Sampler {

  private final SamplingRules rules;
  private final List<Outcome> outcomes;

  /**
   * Creates a sampler.
   *
   * @param rules the rules
   * @param nanoTime the clock of rate limits, in nanoseconds
   */
  RuleSampler(SamplingRules rules, LongSupplier nanoTime) {
    this.rules = rules;
    this.outcomes = rules.rules().stream().map(rule -> Outcome.of(rule, nanoTime)).toList();
  }

  @Override
  public SamplingResult shouldSample(
      Context parentContext,
      String traceId,
      String name,
      SpanKind spanKind,
      Attributes attributes,
      List<LinkData> parentLinks) {
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome outcome = outcomes.get(i);
      if (outcome.rule().matches(name, spanKind, attributes)) {
        SamplingResult result =
            outcome
                .ratio()
                .shouldSample(parentContext, traceId, name, spanKind, attributes, parentLinks);
        return outcome.exceedsLimit(result) ? SamplingResult.drop() : result;
      }
    }
    return SamplingResult.recordAndSample();
  }

  @Override
  public String getDescription() {
    return "RuleSampler{" + rules + "}";
  }

  @Override
  public String toString() {
    return getDescription();
  }

  /** A rule with the samplers that implement its decision. */
  private record Outcome(SamplingRule rule, Sampler ratio, @Nullable RateLimit limit) {

    static Outcome of(SamplingRule rule, LongSupplier nanoTime) {
      RuleDecision decision = rule.decision();
      return new Outcome(
          rule,
          Sampler.traceIdRatioBased(decision.ratio()),
          decision.isLimited() ? new RateLimit(decision.perSecond(), nanoTime) : null);
    }

    boolean exceedsLimit(SamplingResult result) {
      return limit != null
          && result.getDecision() == SamplingDecision.RECORD_AND_SAMPLE
          && !limit.tryAcquire();
    }
  }
}
