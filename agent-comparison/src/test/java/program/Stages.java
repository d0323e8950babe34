package program;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/** Methods with deferred results. */
class Stages {

  private static final IOException CAUSE = new IOException("cause");

  static void run() {
    Stages stages = new Stages();
    done(stages, "completed", CompletableFuture.completedFuture("done"));
    done(stages, "completed with null", CompletableFuture.completedFuture(null));
    done(stages, "failed", CompletableFuture.failedFuture(CAUSE));
    done(
        stages,
        "failed by CompletionException",
        CompletableFuture.failedFuture(new CompletionException(CAUSE)));
    done(
        stages,
        "failed in an earlier stage",
        CompletableFuture.failedFuture(CAUSE).thenApply(value -> value));
    done(
        stages,
        "failed by CancellationException",
        CompletableFuture.failedFuture(new CancellationException("mine")));
    CompletableFuture<Object> cancelled = new CompletableFuture<>();
    cancelled.cancel(true);
    done(stages, "cancelled", cancelled);
    Scenario.of("stage: null", () -> stages.future(null));
    Scenario.of("stage: throws", () -> stages.throwing());
    later("completed later", future -> future.complete("done"), stages::future);
    later("failed later", future -> future.completeExceptionally(CAUSE), stages::future);
    later("cancelled later", future -> future.cancel(true), stages::future);
    later("declared as CompletionStage", future -> future.complete("done"), stages::stage);
    later("declared as a subclass", future -> future.complete("done"), stages::own);
    later("declared as Future", future -> future.complete("done"), stages::plain);
    later("declared as Object", future -> future.complete("done"), stages::object);
    later("declared as a type variable", future -> future.complete("done"), stages::variable);
  }

  private static void done(Stages stages, String name, CompletableFuture<Object> future) {
    Scenario.of("stage: " + name, () -> stages.future(future));
  }

  private interface End {
    void end(CompletableFuture<Object> future);
  }

  private interface Call {
    Object call(Own future);
  }

  /** Completes the result after the scenario's span has ended. */
  private static void later(String name, End end, Call call) {
    Own future = new Own();
    Scenario.of("stage: " + name, () -> call.call(future));
    end.end(future);
  }

  @WithSpan
  CompletableFuture<Object> future(CompletableFuture<Object> future) {
    return future;
  }

  @WithSpan
  CompletionStage<Object> stage(CompletableFuture<Object> future) {
    return future;
  }

  @WithSpan
  Own own(Own future) {
    return future;
  }

  @WithSpan
  Future<Object> plain(CompletableFuture<Object> future) {
    return future;
  }

  @WithSpan
  Object object(CompletableFuture<Object> future) {
    return future;
  }

  @WithSpan
  <F extends CompletableFuture<Object>> F variable(F future) {
    return future;
  }

  @WithSpan
  CompletableFuture<Object> throwing() throws IOException {
    throw CAUSE;
  }

  /** A user-defined future. */
  static final class Own extends CompletableFuture<Object> {}
}
