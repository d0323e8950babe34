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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Calls whose parent is handed in. */
final class ParentTest {

  private static final SpanContext SAMPLED = span("0123456789abcdef", TraceFlags.getSampled());
  private static final SpanContext DROPPED = span("fedcba9876543210", TraceFlags.getDefault());

  private final SpanSite outer = SpanSite.of("outer", "shop.Shop.outer");
  private final SpanSite site = SpanSite.of("call", "shop.Shop.call");
  private final SpanSite inner = SpanSite.of("inner", "shop.Shop.inner");

  @Test
  void theBodyRunsInTheGivenContextAndTheCallersIsBackAfterwards() {
    Context given =
        Context.root()
            .with(Span.wrap(SAMPLED))
            .with(Baggage.builder().put("tenant", "acme").build());
    Context before = Context.current();
    try (InMemoryTracing telemetry = InMemoryTracing.install()) {
      enter(site.begin(given));
      assertThat(Baggage.current().getEntryValue("tenant")).isEqualTo("acme");
      enter(inner.begin());
      inner.end();
      Scope leaked = Span.wrap(DROPPED).makeCurrent();
      site.end();
      assertThat(Context.current()).isSameAs(before);
      leaked.close();

      assertThat(telemetry.spans().get(1).getParentSpanId()).isEqualTo(SAMPLED.getSpanId());
      assertThat(telemetry.spans().get(0).getParentSpanId())
          .isEqualTo(telemetry.spans().get(1).getSpanId());
    }
  }

  @Test
  void aContextWithoutASpanMakesTheSpanTheFirstOfATrace() {
    try (InMemoryTracing telemetry = InMemoryTracing.install()) {
      enter(outer.begin());
      enter(site.begin(Context.root()));
      site.end();
      outer.end();
      assertThat(telemetry.spans().get(0).getParentSpanContext().isValid()).isFalse();
      assertThat(telemetry.spans().get(0).getTraceId())
          .isNotEqualTo(telemetry.spans().get(1).getTraceId());
    }
  }

  @Test
  void aGivenSpanIsTheParentInsideTheCallersContext() {
    Baggage baggage = Baggage.builder().put("tenant", "acme").build();
    try (InMemoryTracing telemetry = InMemoryTracing.install();
        Scope caller = Context.current().with(baggage).makeCurrent()) {
      assertThat(caller).isNotNull();
      enter(site.begin(SAMPLED));
      assertThat(Baggage.current()).isEqualTo(baggage);
      enter(inner.begin());
      inner.end();
      site.end();
      assertThat(telemetry.names()).containsExactly("inner", "call");
      assertThat(telemetry.spans().get(1).getParentSpanContext()).isEqualTo(SAMPLED);
      assertThat(telemetry.spans().get(0).getParentSpanId())
          .isEqualTo(telemetry.spans().get(1).getSpanId());
    }
  }

  @Test
  void withoutAUsableParentTheCurrentSpanIsTheParent() {
    Context noContext = null;
    SpanContext noSpan = null;
    try (InMemoryTracing telemetry = InMemoryTracing.install()) {
      enter(outer.begin());
      enter(site.begin(noContext));
      site.end();
      enter(site.begin(noSpan));
      site.end();
      enter(site.begin(SpanContext.getInvalid()));
      site.end();
      outer.end();
      String parent = telemetry.spans().get(3).getSpanId();
      assertThat(telemetry.spans().subList(0, 3))
          .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(parent));
    }
  }

  @Test
  void theSpansInsideFollowAGivenParentThatWasDropped() {
    int[] asked = new int[1];
    Sampler counting = new CountingSampler(asked, Sampler.parentBased(Sampler.alwaysOn()));
    try (InMemoryTracing telemetry = InMemoryTracing.install(counting, true)) {
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
      assertThat(telemetry.names()).containsExactly("outer");
      assertThat(asked[0]).isEqualTo(1);
    }
  }

  @Test
  void aCallOfTheSameMethodInsideADroppedParentEndsNothingButItself() {
    Context before = Context.current();
    try (InMemoryTracing telemetry = InMemoryTracing.install(Sampler.alwaysOn(), true)) {
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
      assertThat(telemetry.names()).containsExactly("call");
    }
  }

  @Test
  void aSamplerThatMaySayOtherwiseIsAskedAboutTheGivenParent() {
    Context before = Context.current();
    try (InMemoryTracing telemetry = InMemoryTracing.install(Sampler.alwaysOn(), false)) {
      enter(site.begin(DROPPED));
      assertThat(Span.current().getSpanContext().isSampled()).isTrue();
      site.end();
      assertThat(Context.current()).isSameAs(before);
      assertThat(telemetry.spans().get(0).getParentSpanContext()).isEqualTo(DROPPED);
    }
    try (InMemoryTracing telemetry = InMemoryTracing.install(Sampler.alwaysOff(), false)) {
      assertThat(site.begin(DROPPED)).isNull();
      assertThat(Span.current().getSpanContext()).isEqualTo(DROPPED);
      site.end();
      assertThat(Context.current()).isSameAs(before);
      assertThat(telemetry.spans()).isEmpty();
    }
  }

  @Test
  void underADroppedSpanAGivenSampledParentMakesASpan() {
    try (InMemoryTracing telemetry =
            InMemoryTracing.install(Sampler.parentBased(Sampler.alwaysOn()), true);
        Scope caller = Context.current().with(Span.wrap(DROPPED)).makeCurrent()) {
      assertThat(caller).isNotNull();
      enter(site.begin(SAMPLED));
      site.end();
      assertThat(Span.current().getSpanContext()).isEqualTo(DROPPED);
      assertThat(telemetry.spans().get(0).getParentSpanContext()).isEqualTo(SAMPLED);
    }
  }

  @Test
  void aRootHasNoParentWhateverIsGiven() {
    SpanSite root = SpanSite.of("root", "shop.Shop.root").root();
    try (InMemoryTracing telemetry = InMemoryTracing.install()) {
      enter(outer.begin());
      enter(root.begin(DROPPED));
      root.end();
      outer.end();
      assertThat(telemetry.spans().get(0).getParentSpanContext().isValid()).isFalse();
      assertThat(telemetry.spans().get(0).getLinks())
          .extracting(link -> link.getSpanContext().getSpanId())
          .containsExactly(telemetry.spans().get(1).getSpanId());
    }
  }

  @Test
  void withTracingOffTheGivenParentChangesNothing() {
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
