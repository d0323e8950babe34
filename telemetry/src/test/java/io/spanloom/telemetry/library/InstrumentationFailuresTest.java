package io.spanloom.telemetry.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.LogCapture;
import org.junit.jupiter.api.Test;

final class InstrumentationFailuresTest {

  @Test
  void aFailureThatCannotBeReadIsSaidByItsType() {
    try (LogCapture said = LogCapture.of("io.spanloom.telemetry.library")) {
      InstrumentationFailures.swallow("Reading the cards", new Unreadable());
      assertThat(said.messages())
          .containsExactly(
              "Reading the cards failed with "
                  + Unreadable.class.getName()
                  + "; the program goes on without. Said once per kind.");
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
  void aFailureIsSaidOncePerKindInOneSentence() {
    try (LogCapture said = LogCapture.of("io.spanloom.telemetry.library")) {
      InstrumentationFailures.swallow(
          "Reading the tea leaves", new IllegalStateException("too dark"));
      InstrumentationFailures.swallow(
          "Reading the tea leaves", new IllegalStateException("too wet"));
      InstrumentationFailures.swallow(
          "Reading the tea leaves", new UnsupportedOperationException());

      assertThat(said.messages())
          .containsExactly(
              "Reading the tea leaves failed with java.lang.IllegalStateException: too dark; the"
                  + " program goes on without. Said once per kind.",
              "Reading the tea leaves failed with java.lang.UnsupportedOperationException; the"
                  + " program goes on without. Said once per kind.");
    }
  }
}
