package io.spanloom.telemetry.view.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an AI call, an agent or a tool that the views show next to its name.
 *
 * @param usage the tokens and the cost
 * @param firstChunkMillis the time to the first chunk of a stream; 0 if unknown
 * @param iterations the number of iterations of an agent
 * @param toolCalls the number of tool calls that a model requests, or that run beneath an agent
 */
public record AiFacts(AiTotals usage, double firstChunkMillis, long iterations, long toolCalls) {

  private static final double MILLIS_PER_SECOND = 1e3;

  /** Returns the numbers in a span's attributes; invalid values count as 0. */
  public static AiFacts of(Attributes attributes) {
    Long millis = attributes.get(SpanKeys.FIRST_TOKEN_MS);
    Double seconds = attributes.get(SpanKeys.TIME_TO_FIRST_CHUNK);
    double firstChunk = seconds == null ? 0 : seconds * MILLIS_PER_SECOND;
    if (millis != null) {
      firstChunk = millis;
    }
    return new AiFacts(
        AiTotals.of(attributes),
        Double.isFinite(firstChunk) ? Math.max(0, firstChunk) : 0,
        count(attributes.get(SpanKeys.ITERATIONS)),
        count(attributes.get(SpanKeys.TOOL_CALLS)));
  }

  private static long count(@Nullable Long number) {
    return number == null ? 0 : Math.max(0, number);
  }

  /** Returns the keys of the attributes that {@link #text()} already covers. */
  public Set<AttributeKey<?>> coveredKeys() {
    Set<AttributeKey<?>> keys = new HashSet<>(usage.coveredKeys());
    if (firstChunkMillis > 0) {
      keys.add(SpanKeys.FIRST_TOKEN_MS);
      keys.add(SpanKeys.TIME_TO_FIRST_CHUNK);
    }
    if (iterations > 0) {
      keys.add(SpanKeys.ITERATIONS);
    }
    if (toolCalls > 0) {
      keys.add(SpanKeys.TOOL_CALLS);
    }
    return keys;
  }

  /**
   * Returns a summary such as {@code 2,000 in + 400 out tokens, ~$0.009, 2 iterations, 1 tool
   * call}, or an empty string.
   */
  public String text() {
    List<String> parts = new ArrayList<>();
    if (!usage.text().isEmpty()) {
      parts.add(usage.text());
    }
    if (firstChunkMillis > 0) {
      parts.add(String.format(Locale.ROOT, "first chunk %,.0f ms", firstChunkMillis));
    }
    addCount(parts, iterations, "iteration");
    addCount(parts, toolCalls, "tool call");
    return String.join(", ", parts);
  }

  private static void addCount(List<String> parts, long count, String noun) {
    if (count > 0) {
      parts.add(String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s"));
    }
  }
}
