package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.testing.RecordSpans;
import io.spanloom.testing.RecordedSpans;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** A server, and the search for message content in everything that a test exports. */
@Tag("slow")
@RecordSpans
abstract class ClientTest {

  /** The content of all messages, prompts, tool arguments and error messages. */
  static final String MARK = "MARKED-CONTENT-4711";

  final FakeAiServer server = FakeAiServer.start();
  private RecordedSpans spans;

  @BeforeEach
  void remember(RecordedSpans recorded) {
    spans = recorded;
  }

  @AfterEach
  void exportsNoContent() {
    server.close();
    for (SpanData span : spans.ended()) {
      assertThat(span.toString()).doesNotContain(MARK);
      span.getEvents()
          .forEach(event -> assertThat(event.getAttributes().toString()).doesNotContain(MARK));
    }
  }

  /** Returns the only span as its name, kind and attributes, one per line, without the method. */
  final String span() {
    spans.awaitAll();
    assertThat(spans.ended()).hasSize(1);
    return format(spans.ended().get(0));
  }

  /** Returns the span of a name, as {@link #span()} does. */
  final String span(String name) {
    spans.awaitAll();
    return format(spans.only(name));
  }

  /** Returns the ended spans as {@link StreamSpans#format} does, once no span is running. */
  final String awaitedStreamSpans() {
    spans.awaitAll();
    return streamSpans();
  }

  /** Returns the spans that have ended so far as {@link StreamSpans#format} does. */
  final String streamSpans() {
    return StreamSpans.format(spans.ended());
  }

  static String format(SpanData span) {
    TreeMap<String, Object> attributes = new TreeMap<>();
    span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
    attributes.remove("code.function.name");
    maskTimes(attributes);
    StringBuilder text = new StringBuilder(span.getName() + " " + span.getKind() + "\n");
    attributes.forEach((key, value) -> text.append(key + "=" + value + "\n"));
    return text.toString();
  }

  /** Replaces the times of a stream, once they are plausible. */
  private static void maskTimes(Map<String, Object> attributes) {
    Object total = attributes.get("ai.stream.total_ms");
    Object first = attributes.get("gen_ai.response.time_to_first_chunk");
    if (total instanceof Long millis) {
      assertThat(millis).isBetween(0L, TimeUnit.MINUTES.toMillis(1));
      attributes.put("ai.stream.total_ms", "*");
    }
    if (first instanceof Double seconds && total instanceof Long millis) {
      assertThat(seconds).isPositive().isLessThan((millis + 1) / 1000.0);
      attributes.put("gen_ai.response.time_to_first_chunk", "*");
    }
  }

  /** Runs an asynchronous call, waits for its result, and returns its span. */
  final String spanOf(CompletableFuture<?> result) {
    result.join();
    return span();
  }
}
