package quickstart;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spanloom.testing.RecordSpans;
import io.spanloom.testing.RecordedSpans;
import org.junit.jupiter.api.Test;

@RecordSpans
final class SupportDeskTest {

  private final SupportDesk desk = new SupportDesk(new AnswerModel(), new TicketRepository());

  @Test
  void answerCreatesOneTrace(RecordedSpans spans) {
    desk.answer("T-1", "Where?");

    spans
        .tree()
        .onlyAttributes("ticket.id", "workflow.step.outcome", "gen_ai.usage.output_tokens")
        .assertIs(
            """
            SupportDesk.answer {ticket.id=T-1}
              draft answer {workflow.step.outcome=success}
                tickets.state CLIENT {ticket.id=T-1}
                chat gpt-4o-mini CLIENT {gen_ai.usage.output_tokens=6}
            """);
  }

  @Test
  void estimatesCostOfAnswer(RecordedSpans spans) {
    desk.answer("T-1", "Where?");

    int inputTokens = 120 + "Where? parcel is in transit".length();
    assertThat(spans.only("chat gpt-4o-mini"))
        .hasAttribute(
            doubleKey("ai.cost.estimated_usd"), (inputTokens * 0.15 + 6 * 0.6) / 1_000_000);
  }

  @Test
  void missingTicketFailsAllSurroundingSpans(RecordedSpans spans) {
    assertThatThrownBy(() -> desk.answer("T-404", "Where?"))
        .isInstanceOf(TicketNotFoundException.class);

    spans
        .tree()
        .onlyAttributes("error.type")
        .assertIs(
            """
            SupportDesk.answer {error.type=quickstart.TicketNotFoundException} ERROR
              draft answer {error.type=quickstart.TicketNotFoundException} ERROR
                tickets.state CLIENT {error.type=quickstart.TicketNotFoundException} ERROR
            """);
  }
}
