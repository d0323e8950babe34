package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.Spans;
import io.spanloom.runtime.spi.CallListeners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that a listener is notified once of the end of each nested call. */
final class NestedCallListenerTest {

  private final SpanSite outer = SpanSite.of("outer", "shop.Shop.outer");
  private final SpanSite site = SpanSite.of("call", "shop.Shop.call");
  private final StepSite step = StepSite.of("pack", "order", "shop.Shop.pack").asEvents();
  private final RecordingListener listener = new RecordingListener();

  @BeforeEach
  void install() {
    CallListeners.set(listener);
  }

  @AfterEach
  void uninstall() {
    CallListeners.set(null);
    Spans.enable();
    assertThat(Context.current()).isSameAs(Context.root());
    assertThat(listener.unended()).isZero();
  }

  @Test
  void disabledRecursionDoesNotEndOuterCall() {
    begin(site);
    Spans.disable();
    begin(site);
    site.end();
    assertThat(listener.events()).containsExactly("start call");
    site.end();
    assertThat(listener.events()).containsExactly("start call", "end call RETURNED");
  }

  @Test
  void isNotifiedOfEachCallOfRecursion() {
    try (InMemoryTracing tracing =
        InMemoryTracing.install(Sampler.parentBased(Sampler.alwaysOff()), true)) {
      begin(site);
      begin(site);
      begin(site);
      site.end();
      site.fail(new IllegalStateException("no"));
      site.end();
      assertThat(tracing.spans()).isEmpty();
    }
    assertThat(listener.events())
        .containsExactly(
            "start call",
            "start call",
            "start call",
            "end call RETURNED",
            "end call FAILED java.lang.IllegalStateException: no",
            "end call RETURNED");
  }

  @Test
  void isNotifiedOfCallsWhoseEndWasMissed() {
    begin(outer);
    begin(site);
    step.start();
    outer.fail(new StackOverflowError());

    assertThat(listener.events())
        .containsExactly(
            "start outer",
            "start call",
            "start pack",
            "end pack CANCELLED",
            "end call CANCELLED",
            "end outer FAILED java.lang.StackOverflowError");
  }

  @Test
  void survivesStackOverflow() {
    // Another listener, because the overflow may interrupt it before it counts a call.
    RecordingListener interrupted = new RecordingListener();
    CallListeners.set(interrupted);
    begin(outer);
    try {
      recurse(0);
    } catch (StackOverflowError expected) {
      outer.fail(expected);
    }
    assertThat(interrupted.events()).startsWith("start outer", "start call");
    assertThat(interrupted.events().get(interrupted.events().size() - 1))
        .isEqualTo("end outer FAILED java.lang.StackOverflowError");
  }

  private int recurse(int depth) {
    begin(site);
    int result;
    try {
      result = recurse(depth + 1) + 1;
    } catch (Throwable error) {
      site.fail(error);
      throw error;
    }
    site.end();
    return result;
  }

  @Test
  void isNotNotifiedOfCallThatBeganBeforeInstallation() {
    CallListeners.set(null);
    begin(site);
    CallListeners.set(listener);
    begin(site);
    site.end();
    site.end();
    assertThat(listener.events()).containsExactly("start call", "end call RETURNED");
  }

  @Test
  void isNotifiedOfEndAfterItIsReplaced() {
    RecordingListener second = new RecordingListener();
    begin(outer);
    CallListeners.set(second);
    begin(site);
    CallListeners.set(null);
    begin(site);
    site.end();
    assertThat(second.events()).containsExactly("start call");
    site.end();
    outer.end();

    assertThat(listener.events()).containsExactly("start outer", "end outer RETURNED");
    assertThat(second.events()).containsExactly("start call", "end call RETURNED");
  }

  private static void begin(SpanSite site) {
    SpanStart start = site.begin();
    if (start != null) {
      start.enter();
    }
  }
}
