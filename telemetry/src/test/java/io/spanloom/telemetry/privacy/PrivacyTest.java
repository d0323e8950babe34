package io.spanloom.telemetry.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.support.LogCapture;
import io.spanloom.telemetry.AutoconfiguredSdk;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The filters, applied by an autoconfigured SDK. */
final class PrivacyTest {

  private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("exception.message");
  private static final AttributeKey<String> TYPE = AttributeKey.stringKey("exception.type");
  private static final AttributeKey<String> STACKTRACE =
      AttributeKey.stringKey("exception.stacktrace");

  @Test
  void removesSecretsFromAttributesEventsAndLinks() {
    Attributes attributes =
        Attributes.builder()
            .put("user.password", "p")
            .put("order.id", "7")
            .put("http.request.header.authorization", "Bearer x", "y")
            .put("gen_ai.usage.input_tokens", 5)
            .put("card.pin", 1234)
            .build();
    Attributes expected =
        Attributes.builder()
            .put("order.id", "7")
            .put("gen_ai.usage.input_tokens", 5)
            .put("card.pin", 1234)
            .build();
    SpanContext other =
        SpanContext.create(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getSampled(),
            TraceState.getDefault());

    SpanData span =
        exported(
            running ->
                running
                    .setAllAttributes(attributes)
                    .addEvent("event", attributes)
                    .addLink(other, attributes));

    assertThat(span.getAttributes()).isEqualTo(expected);
    assertThat(span.getEvents().get(0).getAttributes()).isEqualTo(expected);
    assertThat(span.getLinks().get(0).getAttributes()).isEqualTo(expected);
    assertThat(span.getLinks().get(0).getSpanContext()).isEqualTo(other);
    assertThat(span.getTotalAttributeCount()).isEqualTo(5);
    assertThat(span.getEvents().get(0).getDroppedAttributesCount()).isEqualTo(2);
    assertThat(span.getLinks().get(0).getTotalAttributeCount()).isEqualTo(5);
  }

  @Test
  void removesAttributeThatIsSetLast() {
    SpanData span = exported(running -> running.setAttribute("token", "abc"));

    assertThat(span.getAttributes().isEmpty()).isTrue();
  }

  @Test
  void filtersNestedValues() {
    Value<?> nested =
        Value.of(
            KeyValue.of("password", Value.of("p")),
            KeyValue.of(
                "list", Value.of(Value.of("http://u:p@h"), Value.of(3L), Value.of("plain"))));

    SpanData span =
        exported(running -> running.setAttribute(AttributeKey.valueKey("order"), nested));

    assertThat(span.getAttributes().get(AttributeKey.valueKey("order")))
        .isEqualTo(
            Value.of(
                KeyValue.of(
                    "list",
                    Value.of(
                        Value.of("http://REDACTED:REDACTED@h"), Value.of(3L), Value.of("plain")))));
  }

  @Test
  void truncatesTextsAndRedactsUrlsEverywhere() {
    SpanData span =
        exported(
            running ->
                running
                    .updateName("GET http://u:p@h")
                    .setStatus(StatusCode.ERROR, "no answer from http://u:p@h")
                    .setAttribute("long", "x".repeat(5000))
                    .setAttribute(
                        AttributeKey.stringArrayKey("some"), List.of("http://u:p@h", "plain")));

    assertThat(span.getName()).isEqualTo("GET http://REDACTED:REDACTED@h");
    assertThat(span.getStatus().getDescription())
        .isEqualTo("no answer from http://REDACTED:REDACTED@h");
    assertThat(span.getAttributes())
        .isEqualTo(
            Attributes.builder()
                .put("long", "x".repeat(4096))
                .put("some", "http://REDACTED:REDACTED@h", "plain")
                .build());
  }

  @Test
  void removesExceptionMessagesOfAiCalls() {
    Consumer<Span> failing =
        running -> {
          running.setAttribute("gen_ai.operation.name", "chat");
          running.setStatus(StatusCode.ERROR, "rejected: text of the prompt");
          running.recordException(new IllegalStateException("rejected: text of the prompt"));
        };

    SpanData span = exported(failing);
    SpanData kept = exported(failing, "spanloom.privacy.keep", "exception.message");

    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getStatus().getDescription()).isEmpty();
    assertThat(span.getEvents().get(0).getAttributes())
        .isEqualTo(Attributes.of(TYPE, "java.lang.IllegalStateException"));
    assertThat(kept.getEvents().get(0).getAttributes().get(MESSAGE)).contains("text of the prompt");
    assertThat(kept.getStatus().getDescription()).contains("text of the prompt");
  }

  @Test
  void keepsStackTraceWithoutMessagesOfAiCall() {
    SpanData span =
        exported(
            running ->
                running
                    .setAttribute("gen_ai.operation.name", "chat")
                    .addEvent("exception", Attributes.of(STACKTRACE, "X\n\tat a.B.c(B.java:1)")));

    assertThat(span.getEvents().get(0).getAttributes().get(STACKTRACE)).startsWith("X\n");
  }

  @Test
  void keepsExceptionMessagesOfOtherSpans() {
    SpanData span =
        exported(running -> running.recordException(new IllegalStateException("no stock")));

    assertThat(span.getEvents().get(0).getAttributes().get(MESSAGE)).isEqualTo("no stock");
    assertThat(span.getEvents().get(0).getAttributes().get(STACKTRACE)).contains("no stock");
  }

  @Test
  void keepTakesPrecedenceOverRemove() {
    SpanData span =
        exported(
            running ->
                running
                    .setAttribute("Customer.Name", "n")
                    .setAttribute("customer.id", "i")
                    .setAttribute("customer.age", 42)
                    .setAttribute("session.token", "t")
                    .setAttribute("other.token", "t"),
            "spanloom.privacy.remove",
            "customer.*, nothing",
            "spanloom.privacy.keep",
            "*.id,session.token");

    assertThat(span.getAttributes())
        .isEqualTo(Attributes.builder().put("customer.id", "i").put("session.token", "t").build());
  }

  @Test
  void filtersResource() {
    SpanData span =
        exported(
            running -> {},
            "otel.resource.attributes",
            "process.command_line=java -Dpassword=x,team=blue,deploy.token=abc,"
                + "origin=https://u:p@h/a?token=b");

    assertThat(span.getResource().getAttributes().asMap().keySet())
        .extracting(AttributeKey::getKey)
        .contains("team", "service.name")
        .doesNotContain("process.command_line", "deploy.token");
    assertThat(span.getResource().getAttribute(AttributeKey.stringKey("origin")))
        .isEqualTo("https://REDACTED:REDACTED@h/a?token=REDACTED");
  }

  @Test
  void logsRemovalOncePerKey() {
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry");
        AutoconfiguredSdk sdk = new AutoconfiguredSdk("spanloom.privacy.remove", "unwanted")) {
      for (int i = 0; i < 3; i++) {
        Span span = sdk.tracer().spanBuilder("span").startSpan();
        span.setAttribute("user.token", "abc").setAttribute("unwanted", "x").end();
      }

      assertThat(sdk.spans()).hasSize(3);
      assertThat(log.lines())
          .containsExactly(
              "INFO Removing attribute 'user.token' before export because its name suggests a secret"
                  + " or message content. To export it, set SPANLOOM_PRIVACY_KEEP=user.token.");
    }
  }

  private static SpanData exported(Consumer<Span> fill, String... settings) {
    try (AutoconfiguredSdk sdk = new AutoconfiguredSdk(settings)) {
      Span span = sdk.tracer().spanBuilder("span").startSpan();
      fill.accept(span);
      span.end();
      return sdk.spans().get(0);
    }
  }
}
