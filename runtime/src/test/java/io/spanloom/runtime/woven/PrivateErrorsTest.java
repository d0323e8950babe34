package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.spanloom.support.TestSampler;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The messages of exceptions of AI calls, on the spans around these calls. */
final class PrivateErrorsTest {

  private static final String SECRET = "a-secret";

  private static final TestSampler WITHOUT_ASK =
      (parent, traceId, name, kind, attributes, links) ->
          name.equals("ask") ? SamplingResult.drop() : SamplingResult.recordAndSample();

  private final SpanSite ask =
      SpanSite.of("ask", "shop.Ai.ask").aiCall(AiSettings.of("chat", "openai"));
  private final SpanSite order = SpanSite.of("order", "shop.Shop.order");

  @Test
  void droppedCallRecordsNoMessageOnCaller() {
    try (InMemoryTracing tracing = InMemoryTracing.install(WITHOUT_ASK, true)) {
      IllegalStateException refused = new IllegalStateException(SECRET);
      order.start();
      ask.start();
      ask.fail(refused);
      order.fail(new IllegalArgumentException("wrapped", refused));

      assertOrderIsPrivate(tracing.spans());
    }
  }

  private static void assertOrderIsPrivate(List<SpanData> spans) {
    assertThat(spans).hasSize(1);
    SpanData order = spans.get(0);
    assertThat(order.getName()).isEqualTo("order");
    assertThat(order.getEvents()).hasSize(1);
    assertThat(order.toString() + order.getEvents()).doesNotContain(SECRET);
  }
}
