package io.spanloom.telemetry.view.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.telemetry.view.trace.TestSpans;
import io.spanloom.telemetry.view.trace.Trace;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The runs of workflows in the JSON of a trace. */
final class TraceJsonTest {

  @Test
  void writesStepsOfRun() {
    assertThat(runs(SampleTraces.checkout(1)))
        .isEqualTo(
            JsonParser.parseString(
                """
                [{"workflow": "checkout", "id": "o-1", "steps": [
                  {"index": 1, "name": "reserve", "state": "done", "attempts": 1, "early": false},
                  {"index": 2, "name": "charge", "state": "done", "attempts": 2, "early": false},
                  {"index": 3, "name": "", "state": "skipped", "attempts": 0, "early": false},
                  {"index": 4, "name": "ship", "state": "cancelled", "attempts": 1, "early": true},
                  {"index": 5, "name": "", "state": "skipped", "attempts": 0, "early": false}]}]
                """));
  }

  @Test
  void writesNoRunsOfTraceWithoutSteps() {
    assertThat(runs(SampleTraces.imported(1))).isEmpty();
  }

  @Test
  void writesOnlyFirstTwentyRuns() {
    assertThat(runs(SampleTraces.runs(1, 20))).hasSize(20);
    assertThat(StreamSupport.stream(runs(SampleTraces.runs(1, 21)).spliterator(), false))
        .extracting(run -> run.getAsJsonObject().get("id").getAsString())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).mapToObj(i -> "o-" + i).toList());
  }

  private static JsonArray runs(List<SpanData> spans) {
    String json = TraceJson.of(Trace.of(TestSpans.traceId(1), spans, 0));
    return JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("runs");
  }
}
