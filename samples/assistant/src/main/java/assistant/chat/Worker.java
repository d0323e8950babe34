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
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions: those that this process accepts, those that fronts leave to workers, and those
 * of processes that were killed. Thread-safe.
 */
public final class Worker implements Answerer, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private static final int MAX_CLAIMS = 16;
  private static final long POLL_MILLIS = 50;
  private static final long RENEWAL_MILLIS = PendingQuestions.CLAIM_TIME.toMillis() / 3;

  private final PendingQuestions pending;
  private final AnswerSteps steps;
  private final Function<Claim, Audience> audiences;
  private final Set<Claim> claims = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);

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

  /** Starts to look for questions, and to renew claims. */
  public void start() {
    repeat(RENEWAL_MILLIS, () -> claims.forEach(pending::renew));
    repeat(POLL_MILLIS, this::claimAll);
  }

  private void repeat(long millis, Runnable task) {
    var unused =
        timer.scheduleWithFixedDelay(() -> attempt(task), millis, millis, TimeUnit.MILLISECONDS);
  }

  /** Answers a question on the calling thread, as this process has accepted it. */
  @Override
  public void answer(Pending question) {
    hold(pending.addClaimed(question), this::answer);
  }

  private void answer(Claim claim) {
    try {
      steps.run(claim, audiences.apply(claim));
    } catch (ModelException failure) {
      pending.remove(claim);
      throw failure;
    } catch (DatabaseException failure) {
      if (failure.rejectsValues()) { // another attempt would only ask the model again
        pending.remove(claim);
      }
      throw failure;
    }
  }

  private void claimAll() {
    while (claims.size() < MAX_CLAIMS) {
      Optional<Claim> claim = pending.claim();
      if (claim.isEmpty()) {
        return;
      }
      claims.add(claim.get());
      threads.execute(() -> attempt(() -> hold(claim.get(), this::resume)));
    }
  }

  /** Does work on a claimed question, and has the claim renewed meanwhile. */
  private void hold(Claim claim, Consumer<Claim> work) {
    claims.add(claim);
    try {
      work.accept(claim);
    } finally {
      claims.remove(claim);
    }
  }

  /** Continues a request of another process: its trace, its run, and its identity on all spans. */
  private void resume(Claim claim) {
    Pending question = claim.pending();
    CurrentRequest.run(
        question.request(), () -> resume(Question.of(question), claim, question.trace()));
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

  /** Runs a task of an executor. A question that fails is claimed again when its claim expires. */
  private static void attempt(Runnable task) {
    try {
      task.run();
    } catch (DatabaseException | ModelException failure) {
      LOG.warn("A worker failed: {}", failure.getMessage());
    } catch (RuntimeException failure) {
      LOG.warn("A worker failed: {}", failure.getClass().getName());
    }
  }

  @Override
  public void close() {
    timer.shutdown();
    threads.shutdown();
  }
}
