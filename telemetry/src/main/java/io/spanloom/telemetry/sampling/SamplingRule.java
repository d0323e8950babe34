package io.spanloom.telemetry.sampling;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.telemetry.settings.Glob;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What becomes of the traces that begin with certain spans.
 *
 * @param conditions what all has to hold for the span
 * @param decision what then becomes of its trace
 */
record SamplingRule(List<Condition> conditions, Decision decision) {

  boolean isAbout(String name, SpanKind kind, Attributes attributes) {
    for (int i = 0; i < conditions.size(); i++) {
      if (!conditions.get(i).holds(name, kind, attributes)) {
        return false;
      }
    }
    return true;
  }

  boolean isAboutAll() {
    return conditions.stream().allMatch(new Condition.OfName(Glob.ANY)::equals);
  }

  @Override
  public String toString() {
    return conditions.stream().map(Condition::toString).collect(Collectors.joining(" & "))
        + " = "
        + decision;
  }
}
