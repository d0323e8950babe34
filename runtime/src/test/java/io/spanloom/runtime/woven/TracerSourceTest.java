package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.spanloom.runtime.Installation;
import io.spanloom.runtime.Spans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TracerSourceTest {

  private final SpanSite site = SpanSite.of("call", "shop.Shop.call");

  @BeforeEach
  @AfterEach
  void reset() {
    GlobalOpenTelemetry.resetForTest();
    Spans.uninstall();
  }

  @Test
  void callBeforeSdkIsRegisteredDoesNotRegisterNoop() {
    call();
    assertThat(GlobalOpenTelemetry.isSet()).isFalse();
  }

  @Test
  void usesSdkThatIsRegisteredLater() {
    call();
    try (InMemoryTracing tracing = InMemoryTracing.create()) {
      GlobalOpenTelemetry.set(tracing.sdk());
      call();
      assertThat(tracing.names()).containsExactly("call");
    }
  }

  @Test
  void usesSdkThatReplacesAnother() {
    try (InMemoryTracing first = InMemoryTracing.create();
        InMemoryTracing second = InMemoryTracing.create()) {
      GlobalOpenTelemetry.set(first.sdk());
      call();
      GlobalOpenTelemetry.resetForTest();
      call();
      GlobalOpenTelemetry.set(second.sdk());
      call();
      assertThat(first.names()).hasSize(1);
      assertThat(second.names()).hasSize(1);
    }
  }

  @Test
  void hotSiteFindsLateSdkWithin256CallsOfThread() {
    for (int i = 0; i < 10_000; i++) {
      call();
    }
    try (InMemoryTracing tracing = InMemoryTracing.create()) {
      GlobalOpenTelemetry.set(tracing.sdk());
      for (int i = 0; i < 256; i++) {
        call();
      }
      assertThat(tracing.names()).isNotEmpty();
    }
  }

  @Test
  void newSiteFindsLateSdkForAllSites() {
    for (int i = 0; i < 10_000; i++) {
      call();
    }
    try (InMemoryTracing tracing = InMemoryTracing.create()) {
      GlobalOpenTelemetry.set(tracing.sdk());
      SpanSite another = SpanSite.of("another", "shop.Shop.another");
      SpanStart start = another.begin();
      assertThat(start).isNotNull();
      start.enter();
      another.end();
      call();
      assertThat(tracing.names()).containsExactly("another", "call");
    }
  }

  @Test
  void prefersInstalledSdkToGlobalOne() {
    try (InMemoryTracing global = InMemoryTracing.create();
        InMemoryTracing installed = InMemoryTracing.install()) {
      GlobalOpenTelemetry.set(global.sdk());
      call();
      assertThat(global.names()).isEmpty();
      assertThat(installed.names()).hasSize(1);
      Spans.uninstall();
      call();
      assertThat(global.names()).hasSize(1);
    }
  }

  @Test
  void closingInstallationRestoresEarlierOne() {
    try (InMemoryTracing first = InMemoryTracing.create();
        InMemoryTracing second = InMemoryTracing.create()) {
      Installation outer = Spans.install(first.sdk(), false);
      Installation inner = Spans.install(second.sdk(), false);
      call();
      inner.close();
      inner.close();
      call();
      call();
      outer.close();
      call();
      assertThat(second.names()).hasSize(1);
      assertThat(first.names()).hasSize(2);
    }
  }

  @Test
  void closingEarlierInstallationKeepsCurrentOne() {
    try (InMemoryTracing first = InMemoryTracing.create();
        InMemoryTracing second = InMemoryTracing.create()) {
      Installation earlier = Spans.install(first.sdk(), false);
      Installation later = Spans.install(second.sdk(), false);
      earlier.close();
      call();
      later.close();
      call();
      assertThat(first.names()).isEmpty();
      assertThat(second.names()).hasSize(1);
    }
  }

  @Test
  void closesInstallationsOfOneInstanceSeparately() {
    try (InMemoryTracing tracing = InMemoryTracing.create()) {
      Installation first = Spans.install(tracing.sdk(), false);
      Installation second = Spans.install(tracing.sdk(), false);
      second.close();
      second.close();
      call();
      first.close();
      call();
      assertThat(tracing.names()).hasSize(1);
    }
  }

  @Test
  void uninstallClosesAllInstallations() {
    try (InMemoryTracing first = InMemoryTracing.create();
        InMemoryTracing second = InMemoryTracing.create()) {
      Spans.install(first.sdk(), false);
      Installation closedLater = Spans.install(second.sdk(), false);
      Spans.uninstall();
      closedLater.close();
      call();
      assertThat(first.names()).isEmpty();
      assertThat(second.names()).isEmpty();
    }
  }

  private void call() {
    SpanStart start = site.begin();
    if (start != null) {
      start.enter();
    }
    site.end();
  }
}
