package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.runtime.Spans;
import io.spanloom.support.ForkedJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs programs in separate JVMs, because the message is logged once per process. */
@Tag("slow")
final class MissingSdkTest {

  private static final String MESSAGE =
      "A traced method was called, but no OpenTelemetry is registered";

  @Test
  void reportsMissingSdkOnce() throws Exception {
    assertThat(program().run())
        .containsOnlyOnce("INFO: " + MESSAGE)
        .contains("Telemetry.start()", "Spans.install", "agent", "spanloom.disabled")
        .contains(" io.spanloom" + System.lineSeparator())
        .hasLineCount(2);
  }

  @Test
  void warnsAboutVariableThatNoSdkReads() throws Exception {
    assertThat(program().variable("OTEL_TRACES_EXPORTER", "tree").run())
        .containsOnlyOnce(
            "WARNING: otel.traces.exporter is set, but no OpenTelemetry SDK has started to read it. "
                + MESSAGE);
  }

  @Test
  void isSilentIfTracingIsDisabled() throws Exception {
    assertThat(program().property("spanloom.disabled", "*").run()).isEmpty();
    assertThat(program().variable("OTEL_SDK_DISABLED", "true").run()).isEmpty();
  }

  @Test
  void isSilentIfOpenTelemetryIsRegisteredOrInstalled() throws Exception {
    assertThat(ForkedJvm.of(Registered.class).run()).isEmpty();
    assertThat(ForkedJvm.of(Installed.class).run()).isEmpty();
  }

  private static ForkedJvm program() {
    return ForkedJvm.of(Unregistered.class);
  }

  private static void callTwice() {
    for (int i = 0; i < 2; i++) {
      SpanSite site = SpanSite.of("call", "shop.Shop.call");
      SpanStart start = site.begin();
      assertThat(start).isNull();
      site.end();
    }
  }

  /** Registers nothing. */
  static final class Unregistered {
    public static void main(String[] arguments) {
      callTwice();
    }
  }

  /** Registers a no-op. */
  static final class Registered {
    public static void main(String[] arguments) {
      GlobalOpenTelemetry.set(OpenTelemetry.noop());
      callTwice();
    }
  }

  /** Installs a no-op. */
  static final class Installed {
    public static void main(String[] arguments) {
      Spans.install(OpenTelemetry.noop(), true);
      callTwice();
    }
  }
}
