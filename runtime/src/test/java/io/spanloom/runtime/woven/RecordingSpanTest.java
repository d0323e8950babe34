package io.spanloom.runtime.woven;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.Spans;
import io.spanloom.support.LogCapture;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests attributes that only the result of a call supplies. */
final class RecordingSpanTest {

  private static final AttributeKey<Long> SIZE = longKey("size");
  private static final AttributeKey<String> NAME = stringKey("name");

  private final SpanSite site = SpanSite.of("call", "shop.Shop.call");

  @Test
  void setsAttributesOfResultBeforeSpanEnds() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      begin();
      RecordingSpan end = site.ending();
      assertThat(end).isNotNull();
      end.attribute(SIZE, 3L).attribute(NAME, null);
      site.end();
      assertThat(tracing.spans().get(0).getAttributes().get(SIZE)).isEqualTo(3);
      assertThat(tracing.spans().get(0).getAttributes().get(NAME)).isNull();
    }
  }

  @Test
  void isNullForCallWithoutRecordingSpan() {
    assertThat(site.ending()).isNull();
    try (InMemoryTracing tracing = InMemoryTracing.install(Sampler.alwaysOff(), true)) {
      begin();
      assertThat(site.ending()).isNull();
      site.end();
      assertThat(tracing.spans()).isEmpty();
    }
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      begin();
      Spans.uninstall();
      begin();
      assertThat(site.ending()).as("inner call").isNull();
      site.end();
      assertThat(site.ending()).as("outer call").isNotNull();
      site.end();
      assertThat(tracing.names()).hasSize(1);
    }
  }

  @Test
  void readsResultOfStageWhenItCompletes() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      CompletableFuture<String> stage = new CompletableFuture<>();
      begin();
      site.end(
          stage,
          (CharSequence text, RecordingSpan end) -> end.attribute(SIZE, (long) text.length()));
      assertThat(tracing.spans()).isEmpty();
      stage.complete("four");
      assertThat(tracing.spans().get(0).getAttributes().get(SIZE)).isEqualTo(4);
    }
  }

  @Test
  void keepsAttributesSetBeforeReaderThrows() {
    try (InMemoryTracing tracing = InMemoryTracing.install();
        LogCapture log = LogCapture.of("io.spanloom")) {
      begin();
      site.end(
          CompletableFuture.completedFuture("four"),
          (text, end) -> {
            end.attribute(NAME, text);
            throw new UnsupportedOperationException();
          });
      SpanData span = tracing.spans().get(0);
      assertThat(span.getAttributes().get(NAME)).isEqualTo("four");
      assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
      assertThat(log.messages()).singleElement().asString().contains("reading a result");
    }
  }

  @Test
  void readsNothingWithoutResultOrRecordingSpan() {
    AtomicInteger read = new AtomicInteger();
    ResultAttributes<Object> counting = (result, end) -> read.incrementAndGet();
    CompletionStage<String> none = null;
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      begin();
      site.end(none, counting);
      begin();
      site.end(CompletableFuture.completedFuture(null), counting);
      begin();
      site.end(CompletableFuture.failedFuture(new IllegalStateException()), counting);
      assertThat(tracing.names()).hasSize(3);
    }
    try (InMemoryTracing tracing = InMemoryTracing.install(Sampler.alwaysOff(), true)) {
      begin();
      site.end(CompletableFuture.completedFuture("four"), counting);
      assertThat(tracing.spans()).isEmpty();
    }
    site.end(CompletableFuture.completedFuture("four"), counting);
    assertThat(read).hasValue(0);
  }

  @Test
  void logsUnreadableAttributeOnceWithItsKey() {
    try (InMemoryTracing tracing = InMemoryTracing.install();
        LogCapture log = LogCapture.of("io.spanloom")) {
      for (int i = 0; i < 3; i++) {
        SpanStart start = site.begin();
        assertThat(start).isNotNull();
        start.unreadable(stringKey("order.id"), new ArrayStoreException());
        start.unreadable(stringKey("order.id"), new StackOverflowError());
        start.enter();
        RecordingSpan end = site.ending();
        assertThat(end).isNotNull();
        end.unreadable(stringKey("receipt.id"), new ArrayStoreException());
        site.end();
      }
      assertThat(tracing.names()).hasSize(3);
      assertThat(log.messages()).hasSize(2);
      assertThat(log.messages().get(0)).contains("order.id");
      assertThat(log.messages().get(1)).contains("receipt.id");
    }
  }

  private void begin() {
    SpanStart start = site.begin();
    if (start != null) {
      start.enter();
    }
  }
}
