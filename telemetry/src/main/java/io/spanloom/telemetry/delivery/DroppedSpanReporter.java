package io.spanloom.telemetry.delivery;

import io.opentelemetry.sdk.common.Clock;
import io.spanloom.telemetry.delivery.ExportFailure.Kind;
import io.spanloom.telemetry.settings.OtlpEndpoint;
import io.spanloom.telemetry.settings.UserLog;
import java.time.Duration;
import java.util.function.Consumer;

/** Counts the spans that were not exported and reports the reasons. Thread-safe. */
final class DroppedSpanReporter {

  private final SpanQueueObserver queue;
  private final LogThrottle throttle;
  private final long queueSize;
  private final Duration timeLimit;

  private int inFlight;
  private long lostUnreported;
  private long interrupted;
  private long rejectedUnreported;
  private long droppedReported;
  private String lastAttempt = "none";
  private String lastLoss = "none";
  private String lastRejection = "none";
  private boolean shuttingDown;

  /**
   * Creates a reporter.
   *
   * @param queue the queue of the batch processor
   * @param queueSize the capacity of the queue
   * @param timeLimit the time limit for exporting a batch, or {@link ResendingExporter#UNLIMITED}
   * @param clock the clock that limits the rate of warnings
   */
  DroppedSpanReporter(SpanQueueObserver queue, long queueSize, Duration timeLimit, Clock clock) {
    this.queue = queue;
    this.throttle = new LogThrottle(clock);
    this.queueSize = queueSize;
    this.timeLimit = timeLimit;
  }

  /** Records that the export of a batch begins. */
  synchronized void batchStarted(OtlpEndpoint endpoint, int spanCount) {
    inFlight = spanCount;
    lastAttempt = endpoint.displayName() + ": no response yet";
  }

  /** Records that the current batch was exported. */
  void batchExported() {
    synchronized (this) {
      inFlight = 0;
    }
    queue.checkDropped(this::reportDropped);
  }

  /** Records that an attempt failed and another one follows. */
  void attemptFailed(OtlpEndpoint endpoint, ExportFailure failure) {
    synchronized (this) {
      lastAttempt = describe(endpoint, failure);
      if (mayLog(failure.description())) {
        UserLog.warn(
            "Cannot export spans to %s. Retrying%s; up to %d spans wait in the queue."
                .formatted(lastAttempt, duration(), queueSize));
      }
    }
    queue.checkDropped(this::reportDropped);
  }

  private String duration() {
    return timeLimit.equals(ResendingExporter.UNLIMITED)
        ? ""
        : " for up to %d s".formatted(timeLimit.toSeconds());
  }

  /** Records that the current batch is lost. */
  void batchLost(OtlpEndpoint endpoint, ExportFailure failure) {
    synchronized (this) {
      lastAttempt = describe(endpoint, failure);
      if (shuttingDown && failure.kind() != Kind.PERMANENT) {
        interrupted += inFlight;
      } else {
        lostUnreported += inFlight;
        lastLoss = lastAttempt;
      }
      inFlight = 0;
      if (lostUnreported > 0 && mayLog("lost, " + failure.description())) {
        UserLog.warn(lostMessage());
        lostUnreported = 0;
      }
    }
    queue.checkDropped(this::reportDropped);
  }

  private String lostMessage() {
    return "Lost %s that could not be exported to %s.".formatted(spans(lostUnreported), lastLoss);
  }

  /**
   * Records that the server accepted a batch except for some spans.
   *
   * @param count the number of rejected spans
   */
  synchronized void spansRejected(OtlpEndpoint endpoint, long count) {
    rejectedUnreported += count;
    lastRejection = endpoint.displayName();
    if (mayLog("rejected")) {
      UserLog.warn(rejectedMessage());
      rejectedUnreported = 0;
    }
  }

  private String rejectedMessage() {
    return "Lost %s that %s rejected while it accepted the rest of their batch. The server's log may state the reason."
        .formatted(spans(rejectedUnreported), lastRejection);
  }

  private static String describe(OtlpEndpoint endpoint, ExportFailure failure) {
    String description = endpoint.displayName() + ": " + failure.description();
    String hint =
        endpoint
            .hint()
            .orElse(
                failure.kind() == Kind.DISCONNECTED
                    ? "the server may not support "
                        + endpoint.protocol()
                        + clientCertificate(endpoint)
                    : "");
    return hint.isEmpty() ? description : description + "; " + hint;
  }

  /** TLS 1.3 servers may close the connection before the client reads why. */
  private static String clientCertificate(OtlpEndpoint endpoint) {
    return endpoint.address().startsWith("https:")
        ? ", or it may require a client certificate"
        : "";
  }

  private synchronized void reportDropped(long dropped) {
    if (dropped > droppedReported && mayLog("dropped")) {
      UserLog.warn(droppedMessage(dropped));
      droppedReported = dropped;
    }
  }

  private String droppedMessage(long dropped) {
    return "Dropped %s because the queue of %d spans was full. Set OTEL_BSP_MAX_QUEUE_SIZE to enlarge it."
        .formatted(spans(dropped - droppedReported), queueSize);
  }

  private boolean mayLog(String kind) {
    return !shuttingDown && throttle.tryAcquire(kind);
  }

  /** Stops logging; {@link #reportAtShutdown} reports the rest. */
  synchronized void beginShutdown() {
    shuttingDown = true;
  }

  /**
   * Reports the spans that were dropped or lost since the last report, and those still waiting.
   *
   * @param limit the time limit of the shutdown
   * @param output receives a message for each kind of loss
   */
  void reportAtShutdown(Duration limit, Consumer<String> output) {
    // Outside the lock, because callbacks of the program's metrics may hang.
    reportAtShutdown(limit, output, queue.dropped(), queue.waiting());
  }

  private synchronized void reportAtShutdown(
      Duration limit, Consumer<String> output, long dropped, long waiting) {
    if (dropped > droppedReported) {
      output.accept(droppedMessage(dropped));
    }
    if (rejectedUnreported > 0) {
      output.accept(rejectedMessage());
    }
    if (lostUnreported > 0) {
      output.accept(lostMessage());
    }
    long unexported = interrupted + inFlight + waiting;
    if (unexported > 0) {
      output.accept(
          "Could not export %s during the shutdown (SPANLOOM_SHUTDOWN_TIMEOUT is %d ms). Last attempt: %s."
              .formatted(spans(unexported), limit.toMillis(), lastAttempt));
    }
  }

  private static String spans(long count) {
    return count == 1 ? "1 span" : count + " spans";
  }
}
