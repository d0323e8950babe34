package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.runtime.Spans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** At the end of the stack a call may begin and have no stack left to say that it ended. */
final class MissedEndTest {

  private final SpanSite outer = SpanSite.of("outer", "shop.Shop.outer");
  private final SpanSite inner = SpanSite.of("inner", "shop.Shop.inner");
  private final EventSite step = EventSite.of("step", null, "shop.Shop.step");
  private final InMemoryTracing telemetry = InMemoryTracing.install();

  @AfterEach
  void close() {
    assertThat(Context.current()).isSameAs(Context.root());
    telemetry.close();
  }

  @Test
  void theCallAroundEndsItsSpanAndThoseInside() {
    begin(outer);
    begin(inner);
    begin(inner);
    outer.end();

    assertThat(telemetry.names()).containsExactly("inner", "inner", "outer");
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void theCallAroundAStepAsEventsEndsItsSpan() {
    begin(outer);
    step.begin();
    step.begin();
    outer.fail(new StackOverflowError());

    SpanData span = telemetry.spans().get(0);
    assertThat(telemetry.names()).containsExactly("outer");
    assertThat(span.getAttributes().get(AttributeKeys.ERROR_TYPE))
        .isEqualTo("java.lang.StackOverflowError");
  }

  @Test
  void aCallWithoutASpanEndsNoneThatRuns() {
    begin(outer);
    begin(inner);
    Spans.uninstall();
    begin(outer);
    outer.end();
    assertThat(telemetry.names()).isEmpty();
    inner.end();
    outer.end();

    assertThat(telemetry.names()).containsExactly("inner", "outer");
  }

  private static void begin(SpanSite site) {
    SpanStart start = site.begin();
    if (start != null) {
      start.enter();
    }
  }
}
