package io.spanloom.telemetry.sampling;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An ordered list of sampling rules. The first rule that matches a root span decides about its
 * trace; a trace that no rule matches is sampled. {@code docs/telemetry/sampling.md} describes the
 * syntax. Immutable.
 */
public final class SamplingRules {

  private final List<SamplingRule> rules;

  SamplingRules(List<SamplingRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Parses rules such as {@code /health* = 0; kind=SERVER & url.path=/api/* = 0.5; * = 10/s}.
   *
   * @param text the rules, separated by semicolons or new lines
   * @return the rules
   * @throws SamplingRulesException if the text is invalid
   */
  public static SamplingRules parse(String text) {
    return new SamplingRules(new RulesParser(text).parse());
  }

  /**
   * Returns a sampler that applies the rules to root spans and follows the parent of all other
   * spans. Each sampler has separate rate limits.
   *
   * @return the sampler, which is thread-safe
   */
  public Sampler sampler() {
    return Sampler.parentBased(new RuleSampler(this, System::nanoTime));
  }

  List<SamplingRule> rules() {
    return rules;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SamplingRules that && rules.equals(that.rules);
  }

  @Override
  public int hashCode() {
    return rules.hashCode();
  }

  /** Returns the rules in the syntax of {@link #parse}. */
  @Override
  public String toString() {
    return rules.stream().map(SamplingRule::toString).collect(Collectors.joining("; "));
  }
}
