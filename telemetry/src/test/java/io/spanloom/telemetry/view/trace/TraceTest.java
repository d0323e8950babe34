package io.spanloom.telemetry.view.trace;

import static io.spanloom.telemetry.view.trace.TestSpans.span;
import static io.spanloom.telemetry.view.trace.TestSpans.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TraceTest {

  @Test
  void lastsFromTheFirstStartToTheLastEnd() {
    Trace trace =
        Trace.of(
            "t",
            List.of(span(1, 1, 0, "root", 5, 10).build(), span(1, 2, 1, "late", 7, 25).build()),
            0);

    assertThat(trace.startNanos()).isEqualTo(TestSpans.nanos(5));
    assertThat(trace.durationNanos()).isEqualTo(20_000_000);
  }

  @Test
  void reportsNoNegativeDurationsIfTheClockWasSetBack() {
    Trace trace = Trace.of("t", List.of(span(1, 1, 0, "root", 9, 3).build()), 0);

    assertThat(trace.durationNanos()).isZero();
    assertThat(trace.rows().get(0).durationNanos()).isZero();
  }

  @Test
  void countsUsageThatAnAgentRepeatsOnce() {
    Trace trace =
        Trace.of(
            "t",
            List.of(
                span(1, 1, 0, "request", 0, 9).build(),
                span(1, 2, 1, "agent", 0, 5).setAttributes(usage(30, 3, 0.25)).build(),
                span(1, 3, 2, "loop", 0, 5).build(),
                span(1, 4, 3, "chat", 0, 1).setAttributes(usage(10, 1, 0.125)).build(),
                span(1, 5, 3, "chat", 2, 3).setAttributes(usage(20, 2, 0.125)).build(),
                span(1, 6, 1, "chat", 6, 7).setAttributes(usage(5, 5, 0.5)).build()),
            0);

    assertThat(trace.usage()).isEqualTo(new AiTotals(35, 8, 0.75));
  }

  @Test
  void countsUsageOfAgentWhoseModelCallsHaveNoSpans() {
    Attributes sums =
        Attributes.of(
            AttributeKey.longKey("ai.usage.prompt_tokens"),
            30L,
            AttributeKey.longKey("ai.usage.completion_tokens"),
            3L);
    SpanData agent = span(1, 1, 0, "agent", 0, 9).setAttributes(sums).build();
    SpanData tool = span(1, 2, 1, "tool", 0, 5).build();
    SpanData chat = span(1, 3, 1, "chat", 6, 7).setAttributes(usage(10, 1, 0.125)).build();

    assertThat(Trace.of("t", List.of(agent, tool), 0).usage()).isEqualTo(new AiTotals(30, 3, 0));
    assertThat(Trace.of("t", List.of(agent, tool, chat), 0).usage())
        .isEqualTo(new AiTotals(10, 1, 0.125));
  }

  @Test
  void isFinishedWhenItsRootInThisProcessHasEnded() {
    SpanData child = span(1, 2, 1, "child", 1, 9).setStatus(StatusData.error()).build();
    SpanData root =
        span(1, 1, 0, "root", 0, 3).setParentSpanContext(TestSpans.remote(1, 7)).build();

    assertThat(Trace.of("t", List.of(child), 0).finished()).isFalse();
    assertThat(Trace.of("t", List.of(child, root), 0).finished()).isTrue();
    assertThat(Trace.of("t", List.of(child, root), 0).errors()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,0,''",
    "1200,80,0,'1,200 in + 80 out tokens'",
    "0,0,0.0000264,~$0.000026",
    "7,0,0.014,'7 in tokens, ~$0.014'",
    "0,0,1234.5678,~$1234.57",
  })
  void describesUsage(long input, long output, double cost, String expected) {
    assertThat(new AiTotals(input, output, cost).text()).isEqualTo(expected);
  }

  @Test
  void ignoresInvalidUsage() {
    Attributes invalid =
        Attributes.of(
            AttributeKey.longKey("gen_ai.usage.input_tokens"),
            -1L,
            AttributeKey.doubleKey("ai.cost.estimated_usd"),
            Double.NaN);

    assertThat(AiTotals.of(invalid).isNone()).isTrue();
  }
}
