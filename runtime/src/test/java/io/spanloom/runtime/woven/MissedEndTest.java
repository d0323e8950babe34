package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.runtime.Spans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests calls whose end is missed because a stack overflow leaves no stack for it. */
final class MissedEndTest {

  private final SpanSite outer = SpanSite.of("outer", "shop.Shop.outer");
  private final SpanSite inner = SpanSite.of("inner", "shop.Shop.inner");
  private final StepSite step = StepSite.of("step", null, "shop.Shop.step").asEvents();
  private final InMemoryTracing tracing = InMemoryTracing.install();

  @AfterEach
  void close() {
    assertThat(Context.current()).isSameAs(Context.root());
    tracing.close();
  }

  @Test
  void outerCallEndsItsSpanAndThoseInside() {
    begin(outer);
    begin(inner);
    begin(inner);
    outer.end();

    assertThat(tracing.names()).containsExactly("inner", "inner", "outer");
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void callAroundEventStepEndsItsSpan() {
    begin(outer);
    step.start();
    step.start();
    outer.fail(new StackOverflowError());

    SpanData span = tracing.spans().get(0);
    assertThat(tracing.names()).containsExactly("outer");
    assertThat(span.getAttributes().get(AttributeKeys.ERROR_TYPE))
        .isEqualTo("java.lang.StackOverflowError");
  }

  @Test
  void callWithoutSpanEndsNoRunningSpan() {
    begin(outer);
    begin(inner);
    Spans.uninstall();
    begin(outer);
    outer.end();
    assertThat(tracing.names()).isEmpty();
    inner.end();
    outer.end();

    assertThat(tracing.names()).containsExactly("inner", "outer");
  }

  private static void begin(SpanSite site) {
    SpanStart start = site.begin();
    if (start != null) {
      start.enter();
    }
  }
}
