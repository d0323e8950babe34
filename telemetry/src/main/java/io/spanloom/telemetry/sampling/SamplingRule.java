package io.spanloom.telemetry.sampling;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.telemetry.settings.Glob;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule on the traces whose root span matches.
 *
 * @param conditions the conditions, all of which must match the root span
 * @param decision the share of the matching traces that are sampled
 */
record SamplingRule(List<RuleCondition> conditions, RuleDecision decision) {

  boolean matches(String name, SpanKind kind, Attributes attributes) {
    for (int i = 0; i < conditions.size(); i++) {
      if (!conditions.get(i).matches(name, kind, attributes)) {
        return false;
      }
    }
    return true;
  }

  boolean matchesEverySpan() {
    return conditions.stream().allMatch(new RuleCondition.OfName(Glob.ANY)::equals);
  }

  @Override
  public String toString() {
    return conditions.stream().map(RuleCondition::toString).collect(Collectors.joining(" & "))
        + " = "
        + decision;
  }
}
