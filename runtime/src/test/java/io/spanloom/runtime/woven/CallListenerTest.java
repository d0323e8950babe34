package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.Spans;
import io.spanloom.runtime.spi.CallListener;
import io.spanloom.runtime.spi.CallListeners;
import io.spanloom.runtime.spi.SiteInfo;
import io.spanloom.support.LogCapture;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CallListenerTest {

  private static final SpanContext DROPPED =
      SpanContext.create(
          "0123456789abcdef0123456789abcdef",
          "0123456789abcdef",
          TraceFlags.getDefault(),
          TraceState.getDefault());

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
  void isNotifiedOfSampledCallWhoseSpanIsCurrentAtStart() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      begin(site);
      site.end();
      assertThat(tracing.names()).containsExactly("call");
      assertThat(listener.currentAtStart()).isEqualTo(tracing.spans().get(0).getSpanContext());
      assertThat(listener.spanAtEnd()).isEqualTo(tracing.spans().get(0).getSpanContext());
    }
    assertThat(listener.events()).containsExactly("start call", "end call RETURNED");
  }

  @Test
  void receivesNameFunctionAndKind() {
    SpanSite client = site.kind(SpanKind.CLIENT);
    begin(client);
    client.end();
    begin(client);
    client.end();
    step.start();
    step.end();
    Spans.withSpan("block", () -> {});

    assertThat(listener.sites())
        .containsExactly(
            new SiteInfo("call", "shop.Shop.call", SpanKind.CLIENT, List.of()),
            new SiteInfo("call", "shop.Shop.call", SpanKind.CLIENT, List.of()),
            new SiteInfo("pack", "shop.Shop.pack", SpanKind.INTERNAL, List.of()),
            new SiteInfo("block", null, SpanKind.INTERNAL, List.of()));
    assertThat(listener.sites().get(0)).isSameAs(listener.sites().get(1));
  }

  @Test
  void isNotifiedWithoutSdk() {
    assertThat(site.begin()).isNull();
    assertThat(site.ending()).isNull();
    site.end();
    assertThat(listener.events()).containsExactly("start call", "end call RETURNED");
  }

  @Test
  void isNotifiedOfUnsampledRoot() {
    try (InMemoryTracing tracing = InMemoryTracing.install(Sampler.alwaysOff(), true)) {
      begin(site);
      site.fail(new IllegalStateException("no"));
      assertThat(tracing.spans()).isEmpty();
    }
    assertThat(listener.events())
        .containsExactly("start call", "end call FAILED java.lang.IllegalStateException: no");
  }

  @Test
  void isNotifiedOfCallUnderDroppedParent() {
    for (boolean followsParent : new boolean[] {true, false}) {
      Sampler sampler = Sampler.parentBased(Sampler.alwaysOn());
      listener.clear();
      try (InMemoryTracing tracing = InMemoryTracing.install(sampler, followsParent);
          Scope caller = Context.root().with(Span.wrap(DROPPED)).makeCurrent()) {
        assertThat(caller).isNotNull();
        assertThat(site.begin()).isNull();
        site.end();
        assertThat(tracing.spans()).isEmpty();
      }
      assertThat(listener.events()).containsExactly("start call", "end call RETURNED");
    }
  }

  @Test
  void isNotifiedOfCallWithExplicitDroppedParent() {
    try (InMemoryTracing tracing = InMemoryTracing.install(Sampler.alwaysOn(), true)) {
      assertThat(site.begin(DROPPED)).isNull();
      assertThat(Span.current().getSpanContext()).isEqualTo(DROPPED);
      site.end();
      assertThat(Context.current()).isSameAs(Context.root());
      assertThat(tracing.spans()).isEmpty();
    }
    assertThat(listener.events()).containsExactly("start call", "end call RETURNED");
  }

  @Test
  void receivesContextOfCaller() {
    try (Scope caller = Context.root().with(Span.wrap(DROPPED)).makeCurrent()) {
      assertThat(caller).isNotNull();
      begin(site);
      site.end();
    }
    assertThat(listener.spanAtEnd()).isEqualTo(DROPPED);
  }

  @Test
  void receivesExpectedExceptions() {
    SpanSite expecting = site.expecting(IllegalStateException.class);
    begin(expecting);
    expecting.fail(new IllegalStateException("no"));

    SiteInfo info = listener.sites().get(0);
    assertThat(info.isExpected(new IllegalStateException())).isTrue();
    assertThat(info.isExpected(new IllegalArgumentException())).isFalse();
  }

  @Test
  void isNotNotifiedOfDisabledSite() {
    Spans.disable("shop.Shop.call");
    for (int i = 0; i < 2; i++) {
      begin(site);
      site.end();
    }
    step.start();
    step.end();
    assertThat(listener.events()).containsExactly("start pack", "end pack RETURNED");
  }

  @Test
  void isNotifiedOnceOfCallWhoseSamplerThrows() {
    try (InMemoryTracing tracing = InMemoryTracing.install(new ThrowingSampler(), true)) {
      begin(site);
      site.end();
      assertThat(tracing.spans()).isEmpty();
    }
    assertThat(listener.events()).containsExactly("start call", "end call RETURNED");
  }

  @Test
  void throwingListenerDoesNotAffectProgram() {
    CallListeners.set(new ThrowingListener());
    try (InMemoryTracing tracing = InMemoryTracing.install();
        LogCapture log = LogCapture.of("io.spanloom")) {
      for (int i = 0; i < 2; i++) {
        begin(site);
        site.end();
      }
      assertThat(tracing.names()).containsExactly("call", "call");
      assertThat(log.messages())
          .singleElement()
          .asString()
          .contains("calling a listener", "The program is not affected.");
    }
  }

  @Test
  void addsNoActiveCallWithoutListener() {
    CallListeners.set(null);
    SpanSite unused = SpanSite.of("unused", "shop.Shop.unused");
    assertThat(unused.begin()).isNull();
    unused.end();
    assertThat(ActiveCallStack.ofCurrentThread().pop(unused)).isNull();
  }

  @Test
  void measuresElapsedTime() {
    long before = System.nanoTime();
    begin(site);
    site.end();
    assertThat(listener.elapsedNanos()).isBetween(0L, System.nanoTime() - before);
  }

  private static void begin(SpanSite site) {
    SpanStart start = site.begin();
    if (start != null) {
      start.enter();
    }
  }

  /** A listener that throws. */
  private static final class ThrowingListener implements CallListener {

    @Override
    public void onStart(SiteInfo site) {
      throw new IllegalStateException("onStart");
    }

    @Override
    public void onEnd(
        SiteInfo site,
        Outcome outcome,
        @Nullable Throwable error,
        long elapsedNanos,
        Context context) {
      throw new IllegalStateException("onEnd");
    }
  }
}
