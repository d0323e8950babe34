package io.spanloom.telemetry.view.page;

import static io.spanloom.telemetry.view.trace.TestSpans.nanos;
import static io.spanloom.telemetry.view.trace.TestSpans.span;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.spanloom.telemetry.view.trace.TestSpans;
import java.util.ArrayList;
import java.util.List;

/** Realistic traces for the tests of the page and its screenshot in the documentation. */
final class SampleTraces {

  private static final Resource RESOURCE =
      Resource.create(
          Attributes.of(
              AttributeKey.stringKey("service.name"), "support",
              AttributeKey.stringKey("telemetry.sdk.language"), "java"));

  private static final String STACK_TRACE =
      """
      quickstart.TicketNotFoundException: no ticket T-404
      \tat quickstart.TicketRepository.stateOf(TicketRepository.java:17)
      \tat quickstart.SupportDesk.draft(SupportDesk.java:32)
      \tat quickstart.SupportDesk.answer(SupportDesk.java:27)
      \tat quickstart.Main.main(Main.java:24)
      """;

  private static final String OUTCOME = "workflow.step.outcome";

  private SampleTraces() {}

  /** Returns traces 1 to 3, whose roots have different names. */
  static List<SpanData> all() {
    List<SpanData> spans = new ArrayList<>(answered(1));
    spans.addAll(notFound(2));
    spans.addAll(imported(3));
    return spans;
  }

  /** Returns an answered question: four spans with usage, events and a link to trace 3. */
  static List<SpanData> answered(int trace) {
    return List.of(
        testSpan(trace, 1, 0, "SupportDesk.answer", 0, 1_280).setAttributes(ticket("T-1")).build(),
        testSpan(trace, 2, 1, "draft answer", 4, 1_268)
            .setAttributes(
                Attributes.of(
                    AttributeKey.stringKey("workflow.name"), "support",
                    AttributeKey.stringKey("workflow.step.name"), "draft answer",
                    AttributeKey.stringKey("workflow.step.outcome"), "success"))
            .setLinks(List.of(LinkData.create(TestSpans.context(3, 2))))
            .build(),
        testSpan(trace, 3, 2, "tickets.state", 10, 152)
            .setKind(SpanKind.CLIENT)
            .setAttributes(ticket("T-1"))
            .build(),
        testSpan(trace, 4, 2, "chat gpt-4o-mini", 160, 1_260)
            .setKind(SpanKind.CLIENT)
            .setAttributes(
                TestSpans.usage(1_420, 86, 0.0002646).toBuilder()
                    .put("gen_ai.operation.name", "chat")
                    .put("gen_ai.provider.name", "openai")
                    .put("gen_ai.request.model", "gpt-4o-mini")
                    .put("gen_ai.request.temperature", 0.2)
                    .put("gen_ai.response.model", "gpt-4o-mini-2024-07-18")
                    .put("gen_ai.response.finish_reasons", "STOP")
                    .put("ai.prompt.phase", "answer")
                    .build())
            .setEvents(
                List.of(
                    EventData.create(
                        nanos(480),
                        "first token",
                        Attributes.of(AttributeKey.longKey("ai.stream.first_ms"), 320L)),
                    EventData.create(nanos(1_100), "last token", Attributes.empty())))
            .build());
  }

  /** Returns a question about an unknown ticket: three spans, all failed. */
  static List<SpanData> notFound(int trace) {
    List<EventData> events =
        List.of(
            TestSpans.exception(
                2_040, "quickstart.TicketNotFoundException", "no ticket T-404", STACK_TRACE));
    List<SpanData> spans = new ArrayList<>();
    List<String> names = List.of("SupportDesk.answer T-404", "draft answer", "tickets.state");
    for (int i = 0; i < names.size(); i++) {
      spans.add(
          testSpan(trace, i + 1, i, names.get(i), 2_000 + i, 2_045 - i)
              .setKind(i == 2 ? SpanKind.CLIENT : SpanKind.INTERNAL)
              .setStatus(StatusData.error())
              .setEvents(events)
              .setAttributes(ticket("T-404"))
              .build());
    }
    return spans;
  }

  /** Returns an import of tickets: eighteen spans of several kinds. */
  static List<SpanData> imported(int trace) {
    List<SpanData> spans = new ArrayList<>();
    spans.add(
        testSpan(trace, 1, 0, "POST /tickets/import", 5_000, 8_600)
            .setKind(SpanKind.SERVER)
            .build());
    for (int i = 0; i < 5; i++) {
      int step = 2 + 3 * i;
      long start = 5_040 + 690L * i;
      spans.add(testSpan(trace, step, 1, "Import.ticket", start, start + 660).build());
      spans.add(
          testSpan(trace, step + 1, step, "INSERT tickets", start + 20, start + 90 + 40L * i)
              .setKind(SpanKind.CLIENT)
              .build());
      spans.add(
          testSpan(
                  trace,
                  step + 2,
                  step,
                  "embeddings text-embedding-3-small",
                  start + 260,
                  start + 640)
              .setKind(SpanKind.CLIENT)
              .setAttributes(TestSpans.usage(310 + 45L * i, 0, 0.0000062))
              .build());
    }
    spans.add(
        testSpan(trace, 17, 1, "tickets.imported publish", 8_500, 8_580)
            .setKind(SpanKind.PRODUCER)
            .build());
    spans.add(testSpan(trace, 18, 17, "serialize", 8_504, 8_506).build());
    return spans;
  }

  /** Returns a run of a workflow of five steps, of which the third and the fifth did not start. */
  static List<SpanData> checkout(int trace) {
    return List.of(
        testSpan(trace, 1, 0, "checkout", 0, 100).build(),
        testSpan(trace, 2, 1, "reserve", 0, 10)
            .setAttributes(step("o-1", "reserve", 1, 1).put(OUTCOME, "success").build())
            .build(),
        testSpan(trace, 3, 1, "charge", 10, 20)
            .setAttributes(step("o-1", "charge", 2, 1).put(OUTCOME, "error").build())
            .build(),
        testSpan(trace, 4, 1, "charge", 20, 30)
            .setAttributes(step("o-1", "charge", 2, 2).put(OUTCOME, "success").build())
            .build(),
        testSpan(trace, 5, 1, "ship", 30, 40)
            .setAttributes(
                step("o-1", "ship", 4, 1)
                    .put(OUTCOME, "cancelled")
                    .put(AttributeKey.stringArrayKey("workflow.step.out_of_order"), "pack")
                    .build())
            .build());
  }

  /** Returns a trace with one step of each of several runs, whose IDs are o-1, o-2 and so on. */
  static List<SpanData> runs(int trace, int number) {
    List<SpanData> spans = new ArrayList<>();
    spans.add(testSpan(trace, 1, 0, "batch", 0, 1_000).build());
    for (int i = 1; i <= number; i++) {
      spans.add(
          testSpan(trace, i + 1, 1, "reserve", i, i + 1)
              .setAttributes(step("o-" + i, "reserve", 1, 1).put(OUTCOME, "success").build())
              .build());
    }
    return spans;
  }

  private static AttributesBuilder step(String run, String name, long index, long attempt) {
    return Attributes.builder()
        .put("workflow.name", "checkout")
        .put("workflow.run.id", run)
        .put("workflow.step.name", name)
        .put("workflow.step.index", index)
        .put("workflow.step.count", 5)
        .put("workflow.step.attempt", attempt);
  }

  /** Returns a wide and deep trace whose root lasts 10 s. */
  static List<SpanData> huge(int trace, int size) {
    List<SpanData> spans = new ArrayList<>();
    spans.add(testSpan(trace, 1, 0, "huge", 0, 10_000).build());
    for (int id = 2; id <= size; id++) {
      int parent = id % 100 < 40 ? id - 1 : 1;
      spans.add(
          testSpan(trace, id, parent, "span " + id, id, id + 2)
              .setAttributes(ticket("T-" + id))
              .build());
    }
    return spans;
  }

  private static TestSpanData.Builder testSpan(
      int trace, int id, int parent, String name, long start, long end) {
    return span(trace, id, parent, name, start, end).setResource(RESOURCE);
  }

  private static Attributes ticket(String id) {
    return Attributes.of(AttributeKey.stringKey("ticket.id"), id);
  }
}
