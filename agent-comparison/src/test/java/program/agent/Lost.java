package program.agent;

import io.opentelemetry.instrumentation.annotations.AddingSpanAttributes;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.util.concurrent.CompletableFuture;
import program.Scenario;

/** Calls whose span the agent loses, and results that it replaces. */
class Lost {

  static void run() {
    Lost lost = new Lost();
    Scenario.of("lost: type variable", () -> lost.variable("text"));
    Scenario.of("lost: array of a type variable", () -> lost.variables(new String[] {"text"}));
    Scenario.of("lost: byte[]", () -> lost.bytes(new byte[] {1}));
    Scenario.of("lost: char[]", () -> lost.chars(new char[] {'c'}));
    Scenario.of("lost: short[]", () -> lost.shorts(new short[] {1}));
    Scenario.of("lost: Integer[] with null", () -> lost.integers(1, null));
    Scenario.of("lost: toString throws", () -> lost.objects(new Throwing(), "after"));
    Scenario.of("lost: toString throws, added", () -> lost.add(new Throwing(), "after"));
    Scenario.of("lost: getMessage throws", lost::mute);
    CompletableFuture<String> cancelled = new CompletableFuture<>();
    Scenario.returning(
        "lost: cancelled by the caller",
        () -> {
          lost.future(cancelled).cancel(true);
          return "the method's own future is cancelled: " + cancelled.isCancelled();
        });
    cancelled.complete("too late");
    CompletableFuture<String> done = CompletableFuture.completedFuture("done");
    Scenario.returning(
        "exchanged: a future that is done", () -> "is the same: " + (lost.future(done) == done));
    CompletableFuture<String> pending = new CompletableFuture<>();
    Scenario.returning(
        "exchanged: a future that is not",
        () -> "is the same: " + (lost.future(pending) == pending));
    pending.complete("done");
  }

  @WithSpan
  <T> void variable(@SpanAttribute("key") T value) {}

  @WithSpan
  <T> void variables(@SpanAttribute("key") T[] values) {}

  @WithSpan
  void bytes(@SpanAttribute("key") byte[] values) {}

  @WithSpan
  void chars(@SpanAttribute("key") char[] values) {}

  @WithSpan
  void shorts(@SpanAttribute("key") short[] values) {}

  @WithSpan
  void integers(@SpanAttribute("key") Integer... values) {}

  @WithSpan
  void objects(@SpanAttribute("first") Object first, @SpanAttribute("second") Object second) {}

  @AddingSpanAttributes
  void add(@SpanAttribute("first") Object first, @SpanAttribute("second") Object second) {}

  @WithSpan
  void mute() {
    throw new Mute();
  }

  @WithSpan
  CompletableFuture<String> future(CompletableFuture<String> future) {
    return future;
  }

  /** A class whose {@code toString()} throws. */
  static final class Throwing {
    @Override
    public String toString() {
      throw new IllegalStateException("no text");
    }
  }

  /** An exception whose {@code getMessage()} throws. */
  static final class Mute extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }
  }
}
