package io.spanloom.runtime.woven;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.spanloom.support.TestSampler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SpanSettingsTest {

  private static final SpanSite SITE = SpanSite.of("call", "shop.Shop.call");

  @Test
  void setsConstantsWithoutTruncation() {
    String text = "x".repeat(5_000);
    SpanSite site =
        SITE.attribute(AttributeKey.stringKey("team"), "orders")
            .attribute(AttributeKey.stringKey("terms"), text);
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      call(site);
      Attributes attributes = tracing.spans().get(0).getAttributes();
      assertThat(attributes.get(stringKey("team"))).isEqualTo("orders");
      assertThat(attributes.get(stringKey("terms"))).isEqualTo(text);
    }
  }

  @Test
  void passesBaggageAttributesToSampler() {
    List<Attributes> seen = new ArrayList<>();
    SpanSite site =
        SITE.baggage("tenant", AttributeKey.stringKey("tenant"))
            .baggage("region", AttributeKey.stringKey("region"));
    try (InMemoryTracing tracing = InMemoryTracing.install(recordingSampler(seen), true);
        Scope caller = baggage("tenant", "acme").makeCurrent()) {
      assertThat(caller).isNotNull();
      call(site);
      assertThat(tracing.names()).hasSize(1);
    }
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).get(stringKey("tenant"))).isEqualTo("acme");
    assertThat(seen.get(0).get(stringKey("region"))).isNull();
  }

  @Test
  void readsBaggageOfGivenContext() {
    SpanSite site = SITE.baggage("tenant", AttributeKey.stringKey("tenant"));
    try (InMemoryTracing tracing = InMemoryTracing.install();
        Scope caller = baggage("tenant", "acme").makeCurrent()) {
      assertThat(caller).isNotNull();
      SpanStart start = site.begin(baggage("tenant", "x".repeat(5_000)));
      assertThat(start).isNotNull();
      start.enter();
      site.end();
      assertThat(tracing.spans().get(0).getAttributes().get(stringKey("tenant")))
          .isEqualTo("x".repeat(4_096));
    }
  }

  @Test
  void setsBaggageAttributesOnSpanThatIsAlreadyStarted() {
    Span dropped =
        Span.wrap(
            SpanContext.create(
                "0123456789abcdef0123456789abcdef",
                "0123456789abcdef",
                TraceFlags.getDefault(),
                TraceState.getDefault()));
    try (InMemoryTracing tracing = InMemoryTracing.install(Sampler.alwaysOn(), false);
        Scope caller = baggage("tenant", "acme").with(dropped).makeCurrent()) {
      assertThat(caller).isNotNull();
      call(SITE.baggage("tenant", AttributeKey.stringKey("tenant")));
      assertThat(tracing.spans().get(0).getAttributes().get(stringKey("tenant"))).isEqualTo("acme");
    }
  }

  @Test
  void setsOnlyStatusAndTypeWithoutException() {
    List<SpanSite> sites =
        List.of(
            SITE.withoutException(),
            SITE.withoutException().aiCall(AiSettings.of("chat", "acme")),
            SITE.aiCall(AiSettings.of("chat", "acme")).withoutException());
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      for (SpanSite site : sites) {
        SpanStart start = site.begin();
        assertThat(start).isNotNull();
        start.enter();
        site.fail(new IllegalStateException("no"));
      }
      assertThat(tracing.spans()).hasSize(3).allSatisfy(SpanSettingsTest::hasOnlyStatusAndType);
    }
  }

  private static void hasOnlyStatusAndType(SpanData span) {
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getAttributes().get(AttributeKeys.ERROR_TYPE))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(span.getEvents()).isEmpty();
  }

  private static TestSampler recordingSampler(List<Attributes> seen) {
    return (parent, traceId, name, kind, attributes, links) -> {
      seen.add(attributes);
      return SamplingResult.recordAndSample();
    };
  }

  private static Context baggage(String entry, String value) {
    return Context.root().with(Baggage.builder().put(entry, value).build());
  }

  private static void call(SpanSite site) {
    SpanStart start = site.begin();
    assertThat(start).isNotNull();
    start.enter();
    site.end();
  }
}
