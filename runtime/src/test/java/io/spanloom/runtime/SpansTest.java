package io.spanloom.runtime;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.spanloom.runtime.woven.InMemoryTracing;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class SpansTest {

  private static final Attributes ATTRIBUTES = Attributes.of(stringKey("cart"), "c-1");

  @Test
  void runsBodyInSpanAndRestoresContext() {
    Context before = Context.current();
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      Spans.withSpan(
          "checkout",
          ATTRIBUTES,
          () -> assertThat(Span.current().getSpanContext().isSampled()).isTrue());

      SpanData span = tracing.spans().get(0);
      assertThat(span.getName()).isEqualTo("checkout");
      assertThat(span.getKind()).isEqualTo(SpanKind.INTERNAL);
      assertThat(span.getAttributes().asMap()).isEqualTo(ATTRIBUTES.asMap());
      assertThat(Context.current()).isSameAs(before);
    }
  }

  @Test
  void returnsResultOfBody() throws Exception {
    Callable<String> callable = () -> "paid";
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      assertThat(Spans.<String, Exception>withSpan("pay", callable::call)).isEqualTo("paid");
      int total = Spans.withSpan("sum", () -> 42);
      assertThat(total).isEqualTo(42);
      assertThat(tracing.names()).containsExactly("pay", "sum");
    }
  }

  @Test
  void recordsAndRethrowsCheckedException() {
    IOException thrown = new IOException("disk");
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      assertThatThrownBy(
              () ->
                  Spans.withSpan(
                      "write",
                      () -> {
                        throw thrown;
                      }))
          .isSameAs(thrown);

      SpanData span = tracing.spans().get(0);
      assertThat(span.getStatus()).isEqualTo(StatusData.error());
      assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
          .isEqualTo("java.io.IOException");
      assertThat(span.getEvents()).hasSize(1);
    }
  }

  @Test
  void endsSpanWhenStageCompletes() {
    CompletableFuture<String> future = new CompletableFuture<>();
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      CompletableFuture<String> result = Spans.withSpan("later", () -> future);
      assertThat(result).isSameAs(future);
      assertThat(tracing.names()).isEmpty();

      future.complete("done");
      assertThat(tracing.names()).containsExactly("later");
    }
  }

  @Test
  void addsEventToCurrentSpan() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      Spans.withSpan("checkout", () -> Spans.addEvent("paid", ATTRIBUTES));

      assertThat(tracing.spans().get(0).getEvents())
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.getName()).isEqualTo("paid");
                assertThat(event.getAttributes()).isEqualTo(ATTRIBUTES);
              });
    }
  }

  @Test
  void runsBodyWithoutSdk() {
    int[] runs = new int[1];
    Spans.withSpan("nothing", () -> runs[0]++);
    assertThat(runs[0]).isEqualTo(1);
    Spans.addEvent("nothing", ATTRIBUTES);
  }
}
