package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.runtime.Spans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TracingSwitchesTest {

  private final SpanSite outer = SpanSite.of("outer", "com.acme.Shop.outer");
  private final SpanSite site = SpanSite.of("call", "com.acme.repo.Orders$Lines.find");
  private final SpanSite inner = SpanSite.of("inner", "com.acme.Shop.inner");
  private final StepSite step = StepSite.of("pack", null, "com.acme.Shop.pack").asEvents();

  @AfterEach
  void enableAll() {
    Spans.enable();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme",
        "com.acme.repo",
        "com.acme.repo.Orders",
        "com.acme.repo.Orders$Lines",
        "com.acme.repo.Orders$Lines.find",
        " com.acme.repo.Orders.Lines ",
        "*"
      })
  void disablesMethodsThatNameAppliesTo(String name) {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      Spans.disable(name);
      call(site);
      assertThat(tracing.spans()).isEmpty();
      Spans.enable(name);
      call(site);
      assertThat(tracing.names()).containsExactly("call");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.rep",
        "com.acme.repo.Order",
        "com.acme.repo.Orders$Lines.fin",
        "com.acme.repo.Orders$Lines.find.x",
        "acme.repo",
        ""
      })
  void doesNotDisableOtherMethods(String name) {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      Spans.disable(name);
      call(site);
      assertThat(tracing.names()).containsExactly("call");
    }
  }

  @Test
  void longestNameTakesPrecedenceInAnyOrder() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      Spans.enable("com.acme.repo.Orders");
      Spans.disable("com.acme");
      call(outer);
      call(site);
      assertThat(tracing.names()).containsExactly("call");
      Spans.disable("com.acme.repo.Orders$Lines.find");
      call(site);
      assertThat(tracing.names()).containsExactly("call");
    }
  }

  @Test
  void disablesAndEnablesEverything() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      Spans.disable();
      call(site);
      Spans.withSpan("block", () -> Spans.addEvent("event", Attributes.empty()));
      assertThat(tracing.spans()).isEmpty();
      Spans.enable("com.acme.repo");
      call(site);
      call(outer);
      assertThat(tracing.names()).containsExactly("call");
      Spans.enable();
      call(outer);
      Spans.withSpan("block", () -> {});
      assertThat(tracing.names()).containsExactly("call", "outer", "block");
    }
  }

  @Test
  void callInsideDisabledCallIsChildOfOuterSpan() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      Spans.disable("com.acme.repo");
      begin(outer);
      Context outside = Context.current();
      assertThat(site.begin(Context.root())).isNull();
      assertThat(Context.current()).isSameAs(outside);
      call(inner);
      assertThat(site.ending()).isNull();
      site.end();
      outer.end();
      assertThat(tracing.names()).containsExactly("inner", "outer");
      assertThat(tracing.spans().get(0).getParentSpanId())
          .isEqualTo(tracing.spans().get(1).getSpanId());
    }
  }

  @Test
  void runningCallsEndAsTheyBegan() {
    Context before = Context.current();
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      begin(site);
      Context inside = Context.current();
      Spans.disable("com.acme.repo");
      begin(site);
      Spans.enable("com.acme.repo");
      begin(site);
      Spans.disable();
      site.end();
      assertThat(Context.current()).isSameAs(inside);
      site.end();
      assertThat(Context.current()).isSameAs(inside);
      assertThat(tracing.spans()).hasSize(1);
      site.fail(new IllegalStateException());
      assertThat(Context.current()).isSameAs(before);

      SpanData first = tracing.spans().get(1);
      assertThat(first.getEvents()).hasSize(1);
      assertThat(tracing.spans().get(0).getParentSpanId()).isEqualTo(first.getSpanId());
    }
  }

  @Test
  void disabledStepAddsNoEvents() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      begin(outer);
      Spans.disable("com.acme.Shop.pack");
      step.start();
      Spans.enable();
      step.end();
      step.start();
      Spans.disable();
      step.start();
      step.end();
      step.end();
      outer.end();
      assertThat(tracing.spans().get(0).getEvents())
          .extracting(event -> event.getName())
          .containsExactly("step.start", "step.end");
    }
  }

  @Test
  void parsesListOfNames() {
    TracingSwitches switches = TracingSwitches.parse("com.acme.repo, com.acme.Shop.pack,,");
    assertThat(switches.isOn("com.acme.repo.Orders.find")).isFalse();
    assertThat(switches.isOn("com.acme.Shop.pack")).isFalse();
    assertThat(switches.isOn("com.acme.Shop.outer")).isTrue();
    assertThat(switches.isOn(null)).isTrue();
    assertThat(TracingSwitches.parse("*").isOn("com.acme.Shop.outer")).isFalse();
    assertThat(TracingSwitches.parse("*").isOn(null)).isFalse();
    assertThat(TracingSwitches.parse(null).isAllOn()).isTrue();
    assertThat(TracingSwitches.parse(" , ").isAllOn()).isTrue();
  }

  private static void call(SpanSite site) {
    begin(site);
    site.end();
  }

  private static void begin(SpanSite site) {
    SpanStart start = site.begin();
    if (start != null) {
      start.enter();
    }
  }
}
