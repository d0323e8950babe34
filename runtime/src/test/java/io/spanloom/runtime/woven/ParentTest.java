package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests calls with an explicit parent. */
final class ParentTest {

  private static final SpanContext SAMPLED = span("0123456789abcdef", TraceFlags.getSampled());
  private static final SpanContext DROPPED = span("fedcba9876543210", TraceFlags.getDefault());

  private final SpanSite outer = SpanSite.of("outer", "shop.Shop.outer");
  private final SpanSite site = SpanSite.of("call", "shop.Shop.call");
  private final SpanSite inner = SpanSite.of("inner", "shop.Shop.inner");

  @Test
  void runsBodyInGivenContextAndRestoresCallersContext() {
    Context given =
        Context.root()
            .with(Span.wrap(SAMPLED))
            .with(Baggage.builder().put("tenant", "acme").build());
    Context before = Context.current();
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      enter(site.begin(given));
      assertThat(Baggage.current().getEntryValue("tenant")).isEqualTo("acme");
      enter(inner.begin());
      inner.end();
      Scope leaked = Span.wrap(DROPPED).makeCurrent();
      site.end();
      assertThat(Context.current()).isSameAs(before);
      leaked.close();

      assertThat(tracing.spans().get(1).getParentSpanId()).isEqualTo(SAMPLED.getSpanId());
      assertThat(tracing.spans().get(0).getParentSpanId())
          .isEqualTo(tracing.spans().get(1).getSpanId());
    }
  }

  @Test
  void ignoresHeadersWithoutPropagator() {
    Map<String, String> headers =
        Map.of("traceparent", "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01");
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      enter(outer.begin());
      enter(site.begin(headers));
      site.end();
      outer.end();
      assertThat(tracing.span("call").getParentSpanId())
          .isEqualTo(tracing.span("outer").getSpanId());
    }
  }

  @Test
  void startsTraceInContextWithoutSpan() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      enter(outer.begin());
      enter(site.begin(Context.root()));
      site.end();
      outer.end();
      assertThat(tracing.spans().get(0).getParentSpanContext().isValid()).isFalse();
      assertThat(tracing.spans().get(0).getTraceId())
          .isNotEqualTo(tracing.spans().get(1).getTraceId());
    }
  }

  @Test
  void givenSpanIsParentInCallersContext() {
    Baggage baggage = Baggage.builder().put("tenant", "acme").build();
    try (InMemoryTracing tracing = InMemoryTracing.install();
        Scope caller = Context.current().with(baggage).makeCurrent()) {
      assertThat(caller).isNotNull();
      enter(site.begin(SAMPLED));
      assertThat(Baggage.current()).isEqualTo(baggage);
      enter(inner.begin());
      inner.end();
      site.end();
      assertThat(tracing.names()).containsExactly("inner", "call");
      assertThat(tracing.spans().get(1).getParentSpanContext()).isEqualTo(SAMPLED);
      assertThat(tracing.spans().get(0).getParentSpanId())
          .isEqualTo(tracing.spans().get(1).getSpanId());
    }
  }

  @Test
  void fallsBackToCurrentSpanWithoutValidParent() {
    Context noContext = null;
    SpanContext noSpan = null;
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      enter(outer.begin());
      enter(site.begin(noContext));
      site.end();
      enter(site.begin(noSpan));
      site.end();
      enter(site.begin(SpanContext.getInvalid()));
      site.end();
      outer.end();
      String parent = tracing.spans().get(3).getSpanId();
      assertThat(tracing.spans().subList(0, 3))
          .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(parent));
    }
  }

  @Test
  void spansInsideFollowDroppedParent() {
    int[] decisions = new int[1];
    Sampler counting = new CountingSampler(decisions, Sampler.parentBased(Sampler.alwaysOn()));
    try (InMemoryTracing tracing = InMemoryTracing.install(counting, true)) {
      enter(outer.begin());
      Context before = Context.current();
      assertThat(site.begin(DROPPED)).isNull();
      assertThat(Span.current().getSpanContext()).isEqualTo(DROPPED);
      assertThat(inner.begin()).isNull();
      inner.end();
      assertThat(site.ending()).isNull();
      Scope leaked = Span.wrap(DROPPED).makeCurrent();
      site.end();
      assertThat(Context.current()).isSameAs(before);
      leaked.close();

      assertThat(site.begin(Context.root().with(Span.wrap(DROPPED)))).isNull();
      assertThat(Span.current().getSpanContext()).isEqualTo(DROPPED);
      site.fail(new IllegalStateException());
      assertThat(Context.current()).isSameAs(before);
      outer.end();
      assertThat(tracing.names()).containsExactly("outer");
      assertThat(decisions[0]).isEqualTo(1);
    }
  }

  @Test
  void recursionUnderDroppedParentEndsOnlyItself() {
    Context before = Context.current();
    try (InMemoryTracing tracing = InMemoryTracing.install(Sampler.alwaysOn(), true)) {
      site.begin(DROPPED);
      Context inside = Context.current();
      site.begin(DROPPED);
      assertThat(Context.current()).isSameAs(inside);
      site.end();
      assertThat(Context.current()).isSameAs(inside);
      enter(site.begin(SAMPLED));
      site.end();
      assertThat(Context.current()).isSameAs(inside);
      site.end();
      assertThat(Context.current()).isSameAs(before);
      assertThat(tracing.names()).containsExactly("call");
    }
  }

  @Test
  void consultsSamplerThatMayNotFollowGivenParent() {
    Context before = Context.current();
    try (InMemoryTracing tracing = InMemoryTracing.install(Sampler.alwaysOn(), false)) {
      enter(site.begin(DROPPED));
      assertThat(Span.current().getSpanContext().isSampled()).isTrue();
      site.end();
      assertThat(Context.current()).isSameAs(before);
      assertThat(tracing.spans().get(0).getParentSpanContext()).isEqualTo(DROPPED);
    }
    try (InMemoryTracing tracing = InMemoryTracing.install(Sampler.alwaysOff(), false)) {
      assertThat(site.begin(DROPPED)).isNull();
      assertThat(Span.current().getSpanContext()).isEqualTo(DROPPED);
      site.end();
      assertThat(Context.current()).isSameAs(before);
      assertThat(tracing.spans()).isEmpty();
    }
  }

  @Test
  void createsSpanForSampledParentUnderDroppedSpan() {
    try (InMemoryTracing tracing =
            InMemoryTracing.install(Sampler.parentBased(Sampler.alwaysOn()), true);
        Scope caller = Context.current().with(Span.wrap(DROPPED)).makeCurrent()) {
      assertThat(caller).isNotNull();
      enter(site.begin(SAMPLED));
      site.end();
      assertThat(Span.current().getSpanContext()).isEqualTo(DROPPED);
      assertThat(tracing.spans().get(0).getParentSpanContext()).isEqualTo(SAMPLED);
    }
  }

  @Test
  void rootIgnoresGivenParent() {
    SpanSite root = SpanSite.of("root", "shop.Shop.root").root();
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      enter(outer.begin());
      enter(root.begin(DROPPED));
      root.end();
      outer.end();
      assertThat(tracing.spans().get(0).getParentSpanContext().isValid()).isFalse();
      assertThat(tracing.spans().get(0).getLinks())
          .extracting(link -> link.getSpanContext().getSpanId())
          .containsExactly(tracing.spans().get(1).getSpanId());
    }
  }

  @Test
  void ignoresGivenParentIfTracingIsDisabled() {
    Context before = Context.current();
    assertThat(site.begin(SAMPLED)).isNull();
    assertThat(Context.current()).isSameAs(before);
    site.end();
    assertThat(Context.current()).isSameAs(before);
  }

  private static void enter(@Nullable SpanStart start) {
    assertThat(start).isNotNull();
    start.enter();
  }

  private static SpanContext span(String id, TraceFlags flags) {
    return SpanContext.createFromRemoteParent(
        "0123456789abcdef0123456789abcdef", id, flags, TraceState.getDefault());
  }
}
