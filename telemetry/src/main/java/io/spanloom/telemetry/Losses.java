package io.spanloom.telemetry;

import io.spanloom.telemetry.ExportFailure.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Counts the spans that were not delivered, and tells the user why. Safe for many threads. */
final class Losses {

  private static final String NO_ANSWER = "there was no answer yet";

  private final SpanQueue queue;
  private final Sentences sentences;
  private final long queueSize;
  private final long patienceSeconds;

  private int sending;
  private long lostUntold;
  private long droppedTold;
  private String lastFailure = NO_ANSWER;
  private boolean quiet;

  Losses(SpanQueue queue, Sentences sentences, long queueSize, long patienceSeconds) {
    this.queue = queue;
    this.sentences = sentences;
    this.queueSize = queueSize;
    this.patienceSeconds = patienceSeconds;
  }

  synchronized void sending(int spans) {
    sending = spans;
  }

  synchronized void sent() {
    sending = 0;
    lastFailure = NO_ANSWER;
    tellOverflow();
  }

  /**
   * Takes note that an attempt failed.
   *
   * @param again whether there is to be another
   */
  synchronized void failed(Endpoint endpoint, ExportFailure failure, boolean again) {
    lastFailure = failure.words();
    if (again && !quiet && sentences.may(failure.words())) {
      Sentences.warn(
          "Spans cannot be sent to %s: %s%s. They are sent again for up to %d s, as many as the queue holds."
              .formatted(
                  endpoint.shown(), failure.words(), hint(endpoint, failure), patienceSeconds));
    }
    tellOverflow();
  }

  /** Takes note that the batch in hand is given up. */
  synchronized void lost(Endpoint endpoint, ExportFailure failure) {
    lostUntold += sending;
    sending = 0;
    if (!quiet && sentences.may("lost, " + failure.words())) {
      Sentences.warn(
          "%d spans are lost, %s did not take them: %s%s."
              .formatted(lostUntold, endpoint.shown(), failure.words(), hint(endpoint, failure)));
      lostUntold = 0;
    }
  }

  private static String hint(Endpoint endpoint, ExportFailure failure) {
    Optional<String> hint = endpoint.hint();
    return failure.kind() == Kind.OTHER_PROTOCOL
        ? "; " + hint.orElse("OTEL_EXPORTER_OTLP_PROTOCOL is " + endpoint.protocol())
        : hint.map(words -> "; " + words).orElse("");
  }

  private void tellOverflow() {
    long dropped = queue.dropped();
    if (dropped > droppedTold && !quiet && sentences.may("overflow")) {
      Sentences.warn(
          "%d spans were dropped because the queue of %d was full: OTEL_BSP_MAX_QUEUE_SIZE sets its size."
              .formatted(dropped - droppedTold, queueSize));
      droppedTold = dropped;
    }
  }

  /**
   * Tells how many spans were not delivered at the end, and is quiet from then on.
   *
   * @param limit how long the end could take
   * @param say gets the sentence, if there is one
   */
  synchronized void tellEnd(Duration limit, Consumer<String> say) {
    long waiting = queue.waiting() + sending;
    if (waiting > 0) {
      say.accept(
          "%d spans were not delivered within the %d ms that the end may take, SPANLOOM_SHUTDOWN_TIMEOUT: %s."
              .formatted(waiting, limit.toMillis(), lastFailure));
    }
    quiet = true;
  }
}
