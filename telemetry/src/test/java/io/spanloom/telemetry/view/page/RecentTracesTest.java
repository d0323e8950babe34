package io.spanloom.telemetry.view.page;

import static io.spanloom.telemetry.view.trace.TestSpans.span;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.telemetry.view.trace.TestSpans;
import io.spanloom.telemetry.view.trace.Trace;
import io.spanloom.telemetry.view.trace.TraceSpans;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
final class RecentTracesTest {

  private final RecentTraces traces = new RecentTraces("run-1");

  @Test
  void writesAllDataThatThePageShows() {
    traces.add(SampleTraces.answered(1));

    JsonObject trace = parsed(traces.all()).getAsJsonArray("traces").get(0).getAsJsonObject();
    JsonObject chat = trace.getAsJsonArray("spans").get(3).getAsJsonObject();

    assertThat(trace.get("name").getAsString()).isEqualTo("SupportDesk.answer");
    assertThat(trace.get("service").getAsString()).isEqualTo("support");
    assertThat(trace.get("started").getAsLong()).isEqualTo(TestSpans.EPOCH_MILLIS);
    assertThat(trace.get("duration").getAsLong()).isEqualTo(1_280_000_000);
    assertThat(trace.get("usage").getAsString()).isEqualTo("1,420 in + 86 out tokens, ~$0.00026");
    assertThat(trace.getAsJsonArray("resources")).hasSize(1);
    assertThat(chat.get("depth").getAsInt()).isEqualTo(2);
    assertThat(chat.get("parent").getAsString()).isEqualTo(TestSpans.spanId(2));
    assertThat(chat.get("start").getAsLong()).isEqualTo(160_000_000);
    assertThat(chat.get("duration").getAsLong()).isEqualTo(1_100_000_000);
    assertThat(chat.getAsJsonArray("events").get(0).getAsJsonObject().get("at").getAsLong())
        .isEqualTo(480_000_000);
    assertThat(chat.getAsJsonArray("attributes").toString())
        .contains("[\"ai.cost.estimated_usd\",\"0.0002646\",{\"doubleValue\":2.646E-4}]");
  }

  @Test
  void returnsTracesSinceKnownVersion() {
    add(1, "one");
    add(2, "two");

    JsonObject update = parsed(traces.since("run-1", 1));

    assertThat(update.get("version").getAsLong()).isEqualTo(2);
    assertThat(strings(update.getAsJsonArray("ids")))
        .containsExactly(TestSpans.traceId(2), TestSpans.traceId(1));
    assertThat(names(update)).containsExactly("two");
    assertThat(names(parsed(traces.since("run-1", 2)))).isEmpty();
    assertThat(names(parsed(traces.since("an earlier run", 2)))).containsExactly("one", "two");
  }

  @Test
  void returnsWholeTraceAgainIfItHasLateSpans() {
    add(1, "one");
    traces.add(List.of(span(1, 2, 1, "late", 1, 9).build()));

    JsonObject update = parsed(traces.since("run-1", 1));

    assertThat(names(update)).containsExactly("one");
    assertThat(update.toString()).contains("\"late\"");
  }

  @Test
  void removesOldestTracesBeyondTheMaximum() {
    for (int trace = 1; trace <= RecentTraces.MAX_TRACES + 2; trace++) {
      add(trace, "trace " + trace);
    }

    assertThat(names(parsed(traces.all())))
        .hasSize(RecentTraces.MAX_TRACES)
        .first()
        .isEqualTo("trace 3");
  }

  @Test
  void removesOldestTracesBeyondTheMaximumOfSpans() {
    int size = TraceSpans.MAX_SPANS;
    for (int trace = 1; trace <= 1 + RecentTraces.MAX_SPANS / size; trace++) {
      traces.add(TestSpans.chain(trace, size));
    }

    assertThat(parsed(traces.all()).getAsJsonArray("ids"))
        .hasSizeBetween(1, RecentTraces.MAX_SPANS / size);
  }

  @Test
  void reportsTraceWithoutRootAsUnfinished() {
    traces.add(List.of(span(1, 2, 1, "child", 1, 2).build()));
    assertThat(traces.all()).contains("\"finished\":false");

    add(1, "root");
    assertThat(traces.all()).contains("\"finished\":true");
  }

  @Test
  void removesOldestTracesBeyondTheMaximumOfCharacters() {
    for (int trace = 1; trace <= 6; trace++) {
      traces.add(large(trace));
    }

    assertThat(traces.all()).hasSizeLessThan(RecentTraces.MAX_CHARACTERS + 20_000);
    assertThat(names(parsed(traces.all()))).hasSizeBetween(1, 5).last().isEqualTo("root 6");
  }

  @Test
  void keepsNamesAndTimesOfAllSpansInLargeTrace() {
    String json = TraceJson.of(Trace.of(TestSpans.traceId(1), large(1), 0));

    assertThat(json).hasSizeLessThan(5_000_000);
    JsonArray spans = parsed(json).getAsJsonArray("spans");
    assertThat(spans).hasSize(2_000);
    assertThat(spans.get(0).getAsJsonObject().has("attributes")).isTrue();
    assertThat(spans.get(1_999).getAsJsonObject().has("attributes")).isFalse();
  }

  private static List<SpanData> large(int trace) {
    Attributes longText = Attributes.of(AttributeKey.stringKey("key"), "x".repeat(1_000_000));
    List<SpanData> spans = new ArrayList<>();
    spans.add(span(trace, 1, 0, "root " + trace, 0, 9).setAttributes(longText).build());
    for (int id = 2; id <= 2_000; id++) {
      spans.add(span(trace, id, 1, "child", 1, 2).setAttributes(longText).build());
    }
    return spans;
  }

  private void add(int trace, String root) {
    traces.add(List.of(span(trace, 1, 0, root, 0, 1).build()));
  }

  private static JsonObject parsed(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }

  private static List<String> names(JsonObject update) {
    return StreamSupport.stream(update.getAsJsonArray("traces").spliterator(), false)
        .map(trace -> trace.getAsJsonObject().get("name").getAsString())
        .toList();
  }

  private static List<String> strings(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsString).toList();
  }
}
