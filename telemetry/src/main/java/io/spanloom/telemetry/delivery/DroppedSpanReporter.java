package io.spanloom.telemetry.delivery;

import io.spanloom.telemetry.delivery.ExportFailure.Kind;
import io.spanloom.telemetry.settings.Endpoint;
import io.spanloom.telemetry.settings.UserLog;
import java.time.Duration;
import java.util.function.Consumer;

/** Counts the spans that were not delivered, and tells the user why. Safe for many threads. */
public final class DroppedSpanReporter {

  /** The export time limit of a batch that is exported again until it succeeds. */
  public static final Duration UNLIMITED = Duration.ofNanos(Long.MAX_VALUE);

  private final SpanQueue queue;
  private final UserLog sentences;
  private final long queueSize;
  private final Duration patience;

  private int sending;
  private long lostUntold;
  private long droppedTold;
  private String lastState = "no exporter was asked yet";
  private boolean ending;

  /**
   * Starts with none.
   *
   * @param queue knows what waits and what found no room
   * @param queueSize how many may wait
   * @param patience how long a batch is sent again
   */
  public DroppedSpanReporter(
      SpanQueue queue, UserLog sentences, long queueSize, Duration patience) {
    this.queue = queue;
    this.sentences = sentences;
    this.queueSize = queueSize;
    this.patience = patience;
  }

  /** Takes note that a batch is in hand. */
  synchronized void sending(Endpoint endpoint, int spans) {
    sending = spans;
    lastState = endpoint.shown() + ", no answer yet";
  }

  /** Takes note that the batch in hand was taken. */
  void sent() {
    synchronized (this) {
      sending = 0;
    }
    queue.look(this::tellOverflow);
  }

  /** Takes note that an attempt failed, after which there is another. */
  public void failed(Endpoint endpoint, ExportFailure failure) {
    synchronized (this) {
      lastState = state(endpoint, failure);
      if (mayTell(failure.words())) {
        UserLog.warn(
            "Spans cannot be sent: %s. They are sent again%s, as many as the queue holds."
                .formatted(lastState, time()));
      }
    }
    queue.look(this::tellOverflow);
  }

  private String time() {
    return patience.equals(UNLIMITED) ? "" : " for up to %d s".formatted(patience.toSeconds());
  }

  /** Takes note that the batch in hand is given up. */
  void lost(Endpoint endpoint, ExportFailure failure) {
    synchronized (this) {
      lastState = state(endpoint, failure);
      lostUntold += sending;
      sending = 0;
      if (mayTell("lost, " + failure.words())) {
        UserLog.warn("Lost %s: %s.".formatted(spans(lostUntold), lastState));
        lostUntold = 0;
      }
    }
    queue.look(this::tellOverflow);
  }

  private static String state(Endpoint endpoint, ExportFailure failure) {
    String state = endpoint.shown() + ", " + failure.words();
    String hint =
        endpoint
            .hint()
            .orElse(
                failure.kind() == Kind.BROKEN
                    ? "perhaps " + endpoint.protocol() + " is not what is spoken there"
                    : "");
    return hint.isEmpty() ? state : state + "; " + hint;
  }

  private synchronized void tellOverflow(long dropped) {
    if (dropped > droppedTold && mayTell("overflow")) {
      UserLog.warn(overflow(dropped));
      droppedTold = dropped;
    }
  }

  private String overflow(long dropped) {
    return "Dropped %s: the queue of %d was full, OTEL_BSP_MAX_QUEUE_SIZE sets its size."
        .formatted(spans(dropped - droppedTold), queueSize);
  }

  private boolean mayTell(String kind) {
    return !ending && sentences.may(kind);
  }

  /** Leaves what is still to be told to {@link #tellEnd}. */
  public synchronized void end() {
    ending = true;
  }

  /**
   * Tells what was lost since it was told last, and what still waits to be delivered.
   *
   * @param limit how long the end could take
   * @param say gets a sentence of each, if there is something to tell
   */
  public void tellEnd(Duration limit, Consumer<String> say) {
    tellEnd(limit, say, queue.dropped(), queue.waiting());
  }

  private synchronized void tellEnd(
      Duration limit, Consumer<String> say, long dropped, long waiting) {
    if (dropped > droppedTold) {
      say.accept(overflow(dropped));
    }
    long undelivered = lostUntold + sending + waiting;
    if (undelivered > 0) {
      say.accept(
          "Could not deliver %s at the end, which may take %d ms (SPANLOOM_SHUTDOWN_TIMEOUT): %s."
              .formatted(spans(undelivered), limit.toMillis(), lastState));
    }
  }

  private static String spans(long count) {
    return count == 1 ? "1 span" : count + " spans";
  }
}
