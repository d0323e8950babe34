package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The spans of calls whose streams have spans, too. */
final class StreamSpans {

  private StreamSpans() {}

  /**
   * Returns each call and, indented, its stream: the name, kind, number of chunks, total tokens,
   * and the error or cancellation, if there are any. Asserts that the stream has no data of the
   * response, and does not exceed the call.
   */
  static String format(List<SpanData> ended) {
    StringBuilder text = new StringBuilder();
    List<SpanData> calls = new ArrayList<>(ended);
    calls.removeIf(StreamSpans::isStream);
    calls.sort(Comparator.comparing(SpanData::getStartEpochNanos));
    int streams = 0;
    for (SpanData call : calls) {
      text.append(line(call)).append('\n');
      for (SpanData stream : ended) {
        if (stream.getParentSpanId().equals(call.getSpanId())) {
          assertInside(stream, call);
          text.append("  ").append(line(stream)).append('\n');
          streams++;
        }
      }
    }
    assertThat(streams).isEqualTo(ended.size() - calls.size());
    return text.toString();
  }

  /** Returns the text of a call and a stream that have completed, with 1200 tokens. */
  static String completed(String call, int chunks) {
    return "%1$s CLIENT chunks=%2$d tokens=1200\n  %1$s stream INTERNAL\n".formatted(call, chunks);
  }

  static boolean isStream(SpanData span) {
    return span.getName().endsWith(" stream");
  }

  private static void assertInside(SpanData stream, SpanData call) {
    assertThat(stream.getStartEpochNanos())
        .isGreaterThanOrEqualTo(call.getStartEpochNanos())
        .isLessThanOrEqualTo(stream.getEndEpochNanos());
    assertThat(stream.getEndEpochNanos()).isLessThanOrEqualTo(call.getEndEpochNanos());
    assertThat(stream.getTraceId()).isEqualTo(call.getTraceId());
    assertThat(stream.getEvents()).isEmpty();
    assertThat(stream.getAttributes().asMap().keySet())
        .extracting(Object::toString)
        .isSubsetOf("code.function.name", "error.type", "spanloom.cancelled")
        .contains("code.function.name");
  }

  private static String line(SpanData span) {
    StringBuilder text = new StringBuilder(span.getName() + " " + span.getKind());
    Map<String, Object> attributes = new TreeMap<>();
    span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
    attributes.forEach(
        (key, value) -> {
          switch (key) {
            case "ai.stream.chunks_count" -> text.append(" chunks=").append(value);
            case "ai.usage.total_tokens" -> text.append(" tokens=").append(value);
            case "spanloom.cancelled" -> text.append(" cancelled");
            case "error.type" ->
                text.append(" error=").append(value.toString().replaceFirst(".*[.]", ""));
            default -> {}
          }
        });
    assertThat(span.getStatus().getStatusCode() == StatusCode.ERROR)
        .isEqualTo(text.indexOf(" error=") >= 0);
    return text.toString();
  }
}
