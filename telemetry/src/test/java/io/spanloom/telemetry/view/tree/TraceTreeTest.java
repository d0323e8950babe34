package io.spanloom.telemetry.view.tree;

import static io.spanloom.telemetry.view.trace.TestSpans.nanos;
import static io.spanloom.telemetry.view.trace.TestSpans.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.spanloom.telemetry.view.trace.TestSpans;
import io.spanloom.telemetry.view.trace.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TraceTreeTest {

  private static final AttributeKey<String> KEY = AttributeKey.stringKey("key");

  private final List<SpanData> support =
      List.of(
          span(1, 1, 0, "SupportDesk.answer", 0, 1_280)
              .setAttributes(Attributes.of(AttributeKey.stringKey("ticket.id"), "T-1"))
              .build(),
          span(1, 2, 1, "tickets.state", 10, 152)
              .setKind(SpanKind.CLIENT)
              .setStatus(StatusData.error())
              .setEvents(
                  List.of(
                      TestSpans.exception(
                          150, "shop.TicketNotFoundException", "no ticket T-1", "at x\nat y")))
              .setAttributes(Attributes.of(AttributeKey.stringKey("ticket.id"), "T-1"))
              .build(),
          span(1, 3, 1, "chat gpt-4o-mini", 160, 1_260)
              .setKind(SpanKind.CLIENT)
              .setAttributes(
                  TestSpans.usage(1_420, 86, 0.0002646).toBuilder()
                      .put("gen_ai.request.model", "gpt-4o-mini")
                      .build())
              .setEvents(
                  List.of(
                      EventData.create(nanos(480), "first token", Attributes.empty()),
                      EventData.create(nanos(1_100), "retry", Attributes.of(KEY, "value"))))
              .setLinks(List.of(LinkData.create(TestSpans.context(2, 9))))
              .build());

  @Test
  void drawsTreeAsDocumented() {
    String drawn = draw(support, Terminal.NONE);

    assertThat(drawn)
        .isEqualTo(
            """
            trace 00000000000000000000000000000001  1,420 in + 86 out tokens, ~$0.00026
            └─ SupportDesk.answer             1,280.00 ms
               │  ticket.id = T-1
               ├─ tickets.state  [CLIENT]       142.00 ms  ERROR
               │     ✖ shop.TicketNotFoundException: no ticket T-1
               │     ticket.id = T-1
               └─ chat gpt-4o-mini  [CLIENT]  1,100.00 ms  1,420 in + 86 out tokens, ~$0.00026
                     gen_ai.request.model = gpt-4o-mini
                     • 320.00 ms  first token
                     • 940.00 ms  retry  key=value
                     → trace 00000000000000000000000000000002 span 0000000000000009
            """);
    assertThat(Path.of("../docs/telemetry/views.md")).content().contains("```\n" + drawn + "```");
  }

  @Test
  void showsLoopOfAgent() {
    Attributes sums =
        Attributes.builder()
            .put("ai.usage.prompt_tokens", 10)
            .put("ai.usage.completion_tokens", 2)
            .put("ai.react_loop.iterations", 2)
            .put("ai.tool.calls_count", 1)
            .build();
    Attributes usage =
        Attributes.builder()
            .put("gen_ai.usage.input_tokens", 5)
            .put("gen_ai.usage.output_tokens", 1)
            .build();

    assertThat(
            draw(
                List.of(
                    span(1, 1, 0, "invoke_agent", 0, 9).setAttributes(sums).build(),
                    span(1, 2, 1, "chat", 1, 2).setAttributes(usage).build(),
                    span(1, 3, 1, "execute_tool find", 2, 3).build(),
                    span(1, 4, 1, "chat", 3, 4).setAttributes(usage).build()),
                Terminal.NONE))
        .isEqualTo(
            """
            trace 00000000000000000000000000000001  10 in + 2 out tokens
            └─ invoke_agent          9.00 ms  10 in + 2 out tokens, 2 iterations, 1 tool call
               ├─ chat               1.00 ms  5 in + 1 out tokens
               ├─ execute_tool find  1.00 ms
               └─ chat               1.00 ms  5 in + 1 out tokens
            """);
  }

  @Test
  void addsOnlyEscapeSequencesForColors() {
    String colored = draw(support, new Terminal(100, true));

    assertThat(colored)
        .contains("\u001b[31mtickets.state\u001b[0m", "\u001b[2mticket.id = T-1\u001b[0m");
    assertThat(colored.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(draw(support, Terminal.NONE));
  }

  @Test
  void neverExceedsTheTerminalWidth() {
    List<SpanData> spans = new ArrayList<>(TestSpans.chain(1, 60));
    spans.add(
        span(1, 61, 60, "名前 ".repeat(200), 0, 1)
            .setKind(SpanKind.PRODUCER)
            .setStatus(StatusData.create(StatusData.error().getStatusCode(), "why ".repeat(100)))
            .setAttributes(Attributes.of(KEY, "😀".repeat(1_000)))
            .build());

    assertThat(draw(spans, new Terminal(60, false)).lines())
        .allSatisfy(line -> assertThat(TerminalText.width(line)).isLessThanOrEqualTo(60))
        .anySatisfy(line -> assertThat(line).contains("😀…"))
        .anySatisfy(line -> assertThat(line).contains("…  [PRODUCER]").endsWith("1.00 ms  ERROR"));
  }

  @Test
  void movesUsageThatDoesNotFitToItsOwnLine() {
    assertThat(draw(support, new Terminal(76, false)))
        .contains(
            """
               └─ chat gpt-4o-mini  [CLIENT]  1,100.00 ms
                     1,420 in + 86 out tokens, ~$0.00026
                     gen_ai.request.model = gpt-4o-mini
            """);
  }

  @Test
  void escapesAllTextsOfTrace() {
    String hostile = "\u001b]0;title\u0007\u001b[2J\r\n\u009b31m\u202egnp.exe\u2028";
    SpanData span =
        span(1, 1, 0, hostile, 0, 1)
            .setAttributes(Attributes.of(AttributeKey.stringKey(hostile), hostile))
            .setEvents(
                List.of(
                    EventData.create(
                        nanos(0), hostile, Attributes.of(AttributeKey.stringKey(hostile), hostile)),
                    TestSpans.exception(0, hostile, hostile, hostile)))
            .setLinks(
                List.of(LinkData.create(TestSpans.context(2, 2), Attributes.of(KEY, hostile))))
            .setStatus(StatusData.create(StatusData.error().getStatusCode(), hostile))
            .build();

    assertThat(draw(List.of(span), new Terminal(1_000, false)))
        .contains("\\u001b]0;title\\u0007\\u001b[2J\\r\\n\\u009b31m\\u202egnp.exe\\u2028")
        .matches("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+(\n[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+)*\n");
  }

  @Test
  void drawsDeepTraceWithDepthsAsNumbers() {
    String drawn = draw(TestSpans.chain(1, 10_000), Terminal.NONE);

    assertThat(drawn.lines()).hasSize(10_001).last().asString().contains("·9999· level 10000");
  }

  @Test
  void namesParentsOutsideTheTree() {
    List<SpanData> spans =
        List.of(
            span(1, 1, 0, "remote", 0, 5).setParentSpanContext(TestSpans.remote(1, 8)).build(),
            span(1, 2, 9, "lost", 1, 2).build());

    assertThat(draw(spans, Terminal.NONE))
        .isEqualTo(
            """
            trace 00000000000000000000000000000001
            ├─ remote  5.00 ms
            │     parent 0000000000000008 (remote)
            └─ lost    1.00 ms
                  parent 0000000000000009 (not in this tree)
            """);
  }

  @Test
  void namesCycleOfParents() {
    List<SpanData> cycle =
        List.of(span(1, 1, 2, "first", 0, 2).build(), span(1, 2, 1, "second", 1, 2).build());
    List<SpanData> self = List.of(span(1, 1, 1, "self", 0, 1).build());

    assertThat(draw(cycle, Terminal.NONE))
        .contains("parent 0000000000000002 (its own descendant: the parents form a cycle)\n")
        .doesNotContain("not in this tree");
    assertThat(draw(self, Terminal.NONE))
        .contains("(its own descendant: the parents form a cycle)");
  }

  @Test
  void reportsNumberOfDiscardedSpans() {
    Trace trace = Trace.of("t", List.of(span(1, 1, 0, "root", 0, 1).build()), 17);

    assertThat(TraceTree.draw(trace, Terminal.NONE)).endsWith("17 more spans were not kept\n");
  }

  @Test
  void drawsHandledExceptionAsEvent() {
    SpanData span =
        span(1, 1, 0, "root", 0, 1)
            .setEvents(List.of(TestSpans.exception(1, "E", "handled", "at x")))
            .build();

    assertThat(draw(List.of(span), Terminal.NONE)).contains("• 1.00 ms  E: handled\n");
  }

  @Test
  void drawsErrorTypeWithoutAnException() {
    SpanData span =
        span(1, 1, 0, "root", 0, 1)
            .setStatus(StatusData.error())
            .setAttributes(Attributes.of(AttributeKey.stringKey("error.type"), "timeout"))
            .build();

    assertThat(draw(List.of(span), Terminal.NONE)).contains("✖ timeout\n");
  }

  private static String draw(List<SpanData> spans, Terminal terminal) {
    return TraceTree.draw(Trace.of(TestSpans.traceId(1), spans, 0), terminal);
  }
}
