package assistant.chat;

import assistant.model.ModelException;
import assistant.store.DatabaseException;
import assistant.store.PendingQuestions;
import assistant.store.PendingQuestions.Claim;
import assistant.store.PendingQuestions.Pending;
import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.ParentContext;
import io.spanloom.Traced;
import io.spanloom.Workflow;
import io.spanloom.telemetry.identity.CurrentRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions: those that this process accepts, those that fronts leave to workers, and those
 * of processes that were killed. Thread-safe.
 */
public final class Worker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private static final int MAX_CLAIMS = 16;
  private static final long POLL_MILLIS = 50;
  private static final long PAUSE_AFTER_FAILURE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final PendingQuestions pending;
  private final AnswerSteps steps;
  private final Function<Claim, Audience> audiences;
  private final Set<Claim> claims = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorService polls = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor();
  private long nextPoll = System.nanoTime(); // read and written by the thread that polls

  /**
   * Creates a worker that is not started.
   *
   * @param pending the questions without an answer
   * @param steps the steps that lead to an answer
   * @param audiences returns the audience of a question
   */
  public Worker(PendingQuestions pending, AnswerSteps steps, Function<Claim, Audience> audiences) {
    this.pending = pending;
    this.steps = steps;
    this.audiences = audiences;
  }

  /** Starts to renew claims. */
  public void start() {
    repeat(
        renewals,
        pending.claimTime().toMillis() / 3,
        () -> attempt(() -> claims.forEach(pending::renew)));
  }

  /** Starts to claim the questions that wait. */
  public void startClaiming() {
    repeat(polls, POLL_MILLIS, this::poll);
  }

  /** Claims no further questions. */
  public void stopClaiming() {
    Shutdown.await(polls);
  }

  private static void repeat(ScheduledExecutorService timer, long millis, Runnable task) {
    var unused = timer.scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** Claims questions, unless the attempt has just failed. */
  private void poll() {
    if (System.nanoTime() - nextPoll >= 0 && !attempt(this::claimAll)) {
      nextPoll = System.nanoTime() + PAUSE_AFTER_FAILURE_NANOS;
    }
  }

  /**
   * Answers a claimed question on the calling thread, and renews the claim meanwhile.
   *
   * @param claim the claim
   * @return false if another worker has taken over the question
   * @throws ModelException if the model fails
   * @throws DatabaseException if the database fails
   */
  public boolean answer(Claim claim) {
    claims.add(claim);
    try {
      return steps.run(claim, audiences.apply(claim));
    } catch (ModelException failure) {
      pending.remove(claim);
      throw failure;
    } catch (DatabaseException failure) {
      if (failure.rejectsValues()) { // another attempt would only ask the model again
        pending.remove(claim);
      }
      throw failure;
    } finally {
      claims.remove(claim);
    }
  }

  private void claimAll() {
    while (claims.size() < MAX_CLAIMS && !polls.isShutdown()) {
      Optional<Claim> claim = pending.claim();
      if (claim.isEmpty()) {
        return;
      }
      claims.add(claim.get());
      threads.execute(() -> attempt(() -> resume(claim.get())));
    }
  }

  /** Continues a request of another process: its trace, its run, and its identity on all spans. */
  private void resume(Claim claim) {
    Pending question = claim.pending();
    try {
      CurrentRequest.run(
          question.request(), () -> resume(Question.of(question), claim, question.trace()));
    } finally {
      claims.remove(claim);
    }
  }

  @Traced(value = "continue", kind = SpanKind.CONSUMER)
  void resume(Question question, Claim claim, @ParentContext Map<String, String> trace) {
    LOG.info("Continuing with the question {}", question.id());
    continueRun(question, claim);
  }

  @Workflow(value = "answer", runId = "question.id()", resumable = true)
  void continueRun(Question question, Claim claim) {
    answer(claim);
  }

  /**
   * Runs a task of an executor. A question that fails is claimed again when its claim expires.
   *
   * @return whether the task succeeded
   */
  private static boolean attempt(Runnable task) {
    try {
      task.run();
      return true;
    } catch (DatabaseException | ModelException failure) {
      LOG.warn("A worker failed: {}", failure.getMessage());
    } catch (RuntimeException failure) {
      LOG.warn("A worker failed: {}", failure.getClass().getName());
    }
    return false;
  }

  /** Claims no further questions, and waits a limited time for the answers of those it claimed. */
  @Override
  public void close() {
    stopClaiming();
    Shutdown.await(threads);
    renewals.shutdown();
  }
}
