package io.spanloom.telemetry.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.support.LogCapture;
import org.junit.jupiter.api.Test;

final class LazyInstrumentationTest {

  @Test
  void namesInstrumentationThatCannotBeCreated() {
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      LazyInstrumentation<String> instrumentation =
          new LazyInstrumentation<>(
              "mail",
              OpenTelemetry.noop(),
              registered -> {
                throw new NoClassDefFoundError("mail/Session");
              });

      assertThat(instrumentation.get()).isNull();
      assertThat(log.messages())
          .containsExactly(
              "Creating the mail instrumentation failed with java.lang.NoClassDefFoundError:"
                  + " mail/Session; the program is not affected. Further failures of this kind are"
                  + " not logged.");
    }
  }
}
