package io.spanloom.telemetry.sampling;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rules that say which traces are kept, in the order in which they are asked: the first whose
 * conditions hold for a root span decides, and a trace that none is about is kept. {@code
 * docs/telemetry/sampling.md} shows how they are written.
 */
public final class SamplingRules {

  private final List<SamplingRule> rules;

  SamplingRules(List<SamplingRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Reads rules such as {@code /health* = 0; kind=SERVER & url.path=/api/* = 0.5; * = 10/s}.
   *
   * @param text the rules, a semicolon or a new line between two of them
   * @return the rules
   * @throws SamplingRulesException if the text is not as it should be; its message names the place
   */
  public static SamplingRules parse(String text) {
    return new SamplingRules(new RulesParser(text).rules());
  }

  /**
   * Returns a sampler that asks the rules where a trace begins, and follows the parent of any other
   * span. Each sampler counts for itself what its rules let through in a second.
   *
   * @return the sampler, safe for many threads
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

  /** Returns the rules as {@link #parse} reads them. */
  @Override
  public String toString() {
    return rules.stream().map(SamplingRule::toString).collect(Collectors.joining("; "));
  }
}
