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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpanSiteTest {

  private static final Span DROPPED =
      Span.wrap(
          SpanContext.create(
              "0123456789abcdef0123456789abcdef",
              "0123456789abcdef",
              TraceFlags.getDefault(),
              TraceState.getDefault()));

  private final SpanSite site = SpanSite.of("call", "shop.Shop.call");

  @ParameterizedTest
  @CsvSource({
    "shop.Orders.place, Orders.place",
    "shop.Orders$Cart.place, Cart.place",
    "shop.Orders.$place$now, Orders.$place$now",
    "Orders.place, Orders.place",
    "Orders$Cart.place, Cart.place"
  })
  void derivesSpanNameFromFunction(String function, String name) {
    assertThat(SpanSite.of(null, function).describe().name()).isEqualTo(name);
  }

  @Test
  void skipsSamplerThatFollowsDroppedParent() {
    int[] decisions = new int[1];
    Sampler counting = new CountingSampler(decisions, Sampler.alwaysOn());
    try (InMemoryTracing tracing = InMemoryTracing.install(counting, true)) {
      underDropped(
          () -> {
            assertThat(site.begin()).isNull();
            site.end();
          });
      assertThat(decisions[0]).isZero();
      assertThat(tracing.spans()).isEmpty();
    }
  }

  @Test
  void consultsSamplerThatMayNotFollowDroppedParent() {
    try (InMemoryTracing tracing = InMemoryTracing.install(Sampler.alwaysOn(), false)) {
      underDropped(
          () -> {
            SpanStart start = site.begin();
            assertThat(start).isNotNull();
            start.attribute(longKey("size"), 3L).enter();
            site.end();
          });

      SpanData span = tracing.spans().get(0);
      assertThat(span.getAttributes().get(longKey("size"))).isEqualTo(3);
      assertThat(span.getAttributes().get(AttributeKeys.CODE_FUNCTION_NAME))
          .isEqualTo("shop.Shop.call");
      assertThat(span.getParentSpanId()).isEqualTo(DROPPED.getSpanContext().getSpanId());
    }
  }

  @Test
  void restoresContextAfterDroppedRootAndItsRecursion() {
    Context before = Context.current();
    try (InMemoryTracing tracing =
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
      assertThat(tracing.spans()).isEmpty();
    }
  }

  @Test
  void innerCallWithTracingDisabledDoesNotEndOuterCall() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      begin();
      Spans.uninstall();
      begin();
      site.end();
      assertThat(tracing.spans()).isEmpty();
      site.end();
      assertThat(tracing.names()).containsExactly("call");
    }
  }

  @Test
  void outerCallThatBeganWithTracingDisabledEndsNoSpan() {
    begin();
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      begin();
      site.end();
      assertThat(tracing.names()).containsExactly("call");
      site.end();
      assertThat(tracing.names()).containsExactly("call");
    }
  }

  @Test
  void innerCallWhoseSamplerThrowsDoesNotEndOuterCall() {
    Context before = Context.current();
    Sampler failsInside =
        Sampler.parentBasedBuilder(Sampler.alwaysOn())
            .setLocalParentSampled(new ThrowingSampler())
            .build();
    try (InMemoryTracing tracing = InMemoryTracing.install(failsInside, true)) {
      begin();
      Context inside = Context.current();
      begin();
      site.end();
      assertThat(Context.current()).isSameAs(inside);
      assertThat(tracing.spans()).isEmpty();
      site.end();
      assertThat(Context.current()).isSameAs(before);
      assertThat(tracing.names()).containsExactly("call");
    }
  }

  @Test
  void restoresContextAfterBodyLeavesScopeOpen() {
    Context before = Context.current();
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      begin();
      Scope leaked = DROPPED.makeCurrent();
      site.end();
      assertThat(Context.current()).isSameAs(before);
      leaked.close();
      assertThat(Context.current()).isSameAs(before);
      assertThat(tracing.names()).containsExactly("call");
    }
  }

  @Test
  void endWithoutBeginHasNoEffect() {
    Context before = Context.current();
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      site.end();
      site.fail(new IllegalStateException());
      assertThat(Context.current()).isSameAs(before);
      assertThat(tracing.spans()).isEmpty();
    }
  }

  @Test
  void throwingProcessorDoesNotAffectProgram() {
    Context before = Context.current();
    try (InMemoryTracing tracing = InMemoryTracing.install(new ThrowingProcessor())) {
      begin();
      site.end();
      begin();
      site.fail(new IllegalStateException("no"));
      assertThat(Context.current()).isSameAs(before);
      assertThat(tracing.sdk()).isNotNull();
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
