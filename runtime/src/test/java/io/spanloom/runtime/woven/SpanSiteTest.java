package io.spanloom.runtime.woven;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.Spans;
import io.spanloom.support.TestSampler;
import org.junit.jupiter.api.Test;

final class SpanSiteTest {

  private static final Span DROPPED =
      Span.wrap(
          SpanContext.create(
              "0123456789abcdef0123456789abcdef",
              "0123456789abcdef",
              TraceFlags.getDefault(),
              TraceState.getDefault()));

  private final SpanSite site = SpanSite.of("call", "shop.Shop.call");

  @Test
  void underADroppedParentASamplerThatFollowsItIsNotEvenAsked() {
    int[] asked = new int[1];
    Sampler counting = new CountingSampler(asked, Sampler.alwaysOn());
    try (InMemoryTracing telemetry = InMemoryTracing.install(counting, true)) {
      underDropped(
          () -> {
            assertThat(site.begin()).isNull();
            site.end();
          });
      assertThat(asked[0]).isZero();
      assertThat(telemetry.spans()).isEmpty();
    }
  }

  @Test
  void underADroppedParentASamplerThatMaySayOtherwiseIsAskedAndHeard() {
    try (InMemoryTracing telemetry = InMemoryTracing.install(Sampler.alwaysOn(), false)) {
      underDropped(
          () -> {
            SpanStart start = site.begin();
            assertThat(start).isNotNull();
            start.attribute(longKey("size"), 3L).enter();
            site.end();
          });

      SpanData span = telemetry.spans().get(0);
      assertThat(span.getAttributes().get(longKey("size"))).isEqualTo(3);
      assertThat(span.getAttributes().get(AttributeKeys.CODE_FUNCTION_NAME))
          .isEqualTo("shop.Shop.call");
      assertThat(span.getParentSpanId()).isEqualTo(DROPPED.getSpanContext().getSpanId());
    }
  }

  @Test
  void aDroppedRootLeavesNothingBehindAndNeitherDoesTheRecursionInside() {
    Context before = Context.current();
    try (InMemoryTracing telemetry =
        InMemoryTracing.install(Sampler.parentBased(Sampler.alwaysOff()), true)) {
      begin();
      Context inside = Context.current();
      assertThat(Span.fromContext(inside).getSpanContext().isValid()).isTrue();
      begin();
      assertThat(Context.current()).isSameAs(inside);
      site.end();
      assertThat(Context.current()).isSameAs(inside);
      site.end();
      assertThat(Context.current()).isSameAs(before);
      assertThat(telemetry.spans()).isEmpty();
    }
  }

  @Test
  void anInnerCallWithTracingOffDoesNotEndTheOuterOne() {
    try (InMemoryTracing telemetry = InMemoryTracing.install()) {
      begin();
      Spans.uninstall();
      begin();
      site.end();
      assertThat(telemetry.spans()).isEmpty();
      site.end();
      assertThat(telemetry.names()).containsExactly("call");
    }
  }

  @Test
  void anOuterCallThatBeganWithTracingOffEndsNothing() {
    begin();
    try (InMemoryTracing telemetry = InMemoryTracing.install()) {
      begin();
      site.end();
      assertThat(telemetry.names()).containsExactly("call");
      site.end();
      assertThat(telemetry.names()).containsExactly("call");
    }
  }

  @Test
  void anInnerCallWhoseSamplerThrowsDoesNotEndTheOuterOne() {
    Context before = Context.current();
    TestSampler failing =
        (parent, traceId, name, kind, attributes, links) -> {
          throw new IllegalStateException("no decision");
        };
    Sampler failsInside =
        Sampler.parentBasedBuilder(Sampler.alwaysOn()).setLocalParentSampled(failing).build();
    try (InMemoryTracing telemetry = InMemoryTracing.install(failsInside, true)) {
      begin();
      Context inside = Context.current();
      begin();
      site.end();
      assertThat(Context.current()).isSameAs(inside);
      assertThat(telemetry.spans()).isEmpty();
      site.end();
      assertThat(Context.current()).isSameAs(before);
      assertThat(telemetry.names()).containsExactly("call");
    }
  }

  @Test
  void aScopeThatTheBodyLeftOpenIsClosedForIt() {
    Context before = Context.current();
    try (InMemoryTracing telemetry = InMemoryTracing.install()) {
      begin();
      Scope leaked = DROPPED.makeCurrent();
      site.end();
      assertThat(Context.current()).isSameAs(before);
      leaked.close();
      assertThat(Context.current()).isSameAs(before);
      assertThat(telemetry.names()).containsExactly("call");
    }
  }

  @Test
  void anEndWithoutABeginChangesNothing() {
    Context before = Context.current();
    try (InMemoryTracing telemetry = InMemoryTracing.install()) {
      site.end();
      site.fail(new IllegalStateException());
      assertThat(Context.current()).isSameAs(before);
      assertThat(telemetry.spans()).isEmpty();
    }
  }

  @Test
  void aProcessorThatThrowsCostsTheSpanAndNothingElse() {
    Context before = Context.current();
    try (InMemoryTracing telemetry = InMemoryTracing.install(new ThrowingProcessor())) {
      begin();
      site.end();
      begin();
      site.fail(new IllegalStateException("no"));
      assertThat(Context.current()).isSameAs(before);
      assertThat(telemetry.sdk()).isNotNull();
    }
  }

  private static void underDropped(Runnable body) {
    Context.root().with(DROPPED).wrap(body).run();
  }

  private void begin() {
    SpanStart start = site.begin();
    if (start != null) {
      start.enter();
    }
  }
}
