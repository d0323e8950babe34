package io.spanloom.telemetry.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.LogCapture;
import org.junit.jupiter.api.Test;

final class InstrumentationFailuresTest {

  @Test
  void logsOnlyTheTypeOfAnExceptionWhoseMessageThrows() {
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      InstrumentationFailures.logOnce("Reading the cards", new Unreadable());
      assertThat(log.messages())
          .containsExactly(
              "Reading the cards failed with "
                  + Unreadable.class.getName()
                  + "; the program is not affected. Further failures of this kind are not logged.");
    }
  }

  private static final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("not even this");
    }
  }

  @Test
  void logsEachKindOfFailureOnce() {
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      InstrumentationFailures.logOnce(
          "Reading the tea leaves", new IllegalStateException("too dark"));
      InstrumentationFailures.logOnce(
          "Reading the tea leaves", new IllegalStateException("too wet"));
      InstrumentationFailures.logOnce(
          "Reading the tea leaves", new UnsupportedOperationException());

      assertThat(log.messages())
          .containsExactly(
              "Reading the tea leaves failed with java.lang.IllegalStateException: too dark; the"
                  + " program is not affected. Further failures of this kind are not logged.",
              "Reading the tea leaves failed with java.lang.UnsupportedOperationException; the"
                  + " program is not affected. Further failures of this kind are not logged.");
    }
  }
}
