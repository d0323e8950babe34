package quickstart;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.equalTo;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.StatusData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SupportDeskTest {

  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  private final SupportDesk desk = new SupportDesk(new AnswerModel(), new TicketRepository());

  @Test
  void anAnswerIsOneTrace() {
    desk.answer("T-1", "Where?");

    TELEMETRY
        .assertTraces()
        .hasTracesSatisfyingExactly(
            trace ->
                trace.hasSpansSatisfyingExactly(
                    span ->
                        span.hasName("SupportDesk.answer")
                            .hasNoParent()
                            .hasStatus(StatusData.unset())
                            .hasAttribute(equalTo(stringKey("ticket.id"), "T-1")),
                    span ->
                        span.hasName("draft answer")
                            .hasParent(trace.getSpan(0))
                            .hasAttribute(equalTo(stringKey("workflow.name"), "support"))
                            .hasAttribute(equalTo(stringKey("workflow.step.outcome"), "success")),
                    span ->
                        span.hasName("tickets.state")
                            .hasKind(SpanKind.CLIENT)
                            .hasParent(trace.getSpan(1)),
                    span ->
                        span.hasName("chat gpt-4o-mini")
                            .hasKind(SpanKind.CLIENT)
                            .hasParent(trace.getSpan(1))
                            .hasAttribute(equalTo(longKey("gen_ai.usage.output_tokens"), 6L))
                            .hasAttribute(
                                equalTo(
                                    doubleKey("ai.cost.estimated_usd"),
                                    ((120 + "Where? parcel is in transit".length()) * 0.15
                                            + 6 * 0.6)
                                        / 1_000_000))));
  }

  @Test
  void aMissingTicketIsAnErrorOnEachSpanAroundIt() {
    assertThatThrownBy(() -> desk.answer("T-404", "Where?"))
        .isInstanceOf(TicketNotFoundException.class);

    TELEMETRY
        .assertTraces()
        .hasTracesSatisfyingExactly(
            trace ->
                trace.hasSpansSatisfyingExactly(
                    span -> span.hasName("SupportDesk.answer").hasStatus(StatusData.error()),
                    span -> span.hasName("draft answer").hasStatus(StatusData.error()),
                    span ->
                        span.hasName("tickets.state")
                            .hasStatus(StatusData.error())
                            .hasAttribute(
                                equalTo(
                                    stringKey("error.type"),
                                    "quickstart.TicketNotFoundException"))));
  }
}
