package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** AI calls whose futures deliver a stream, with every kind of future and of use. */
final class StreamStagesTest {

  private static final String STAGES =
      """
      import io.spanloom.AICall;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.*;
      import java.util.stream.*;
      public class Stages {
        interface Use {
          Object of(CompletionStage<Stream<String>> stage, CompletableFuture<Stream<String>> held) throws Exception;
        }
        @SuppressWarnings("SPL012")
        @AICall(provider = "x", model = "m")
        static CompletionStage<Stream<String>> ask(CompletionStage<Stream<String>> stage) { return stage; }
        static final List<UnaryOperator<CompletableFuture<Stream<String>>>> FUTURES = List.of(
            held -> held,
            held -> CompletableFuture.completedFuture(Stream.of("done")),
            held -> held.thenApply(stream -> stream),
            held -> { held.cancel(true); return held; },
            held -> CompletableFuture.failedFuture(new IllegalStateException("failed")));
        static final List<Function<CompletableFuture<Stream<String>>, CompletionStage<Stream<String>>>> STAGES = List.of(
            future -> future,
            future -> future.minimalCompletionStage(),
            future -> future.isCompletedExceptionally()
                ? CompletableFuture.failedStage(new IllegalStateException("failed"))
                : CompletableFuture.completedStage(Stream.of("done")));
        static List<String> read(Stream<String> stream) { return stream.collect(Collectors.toList()); }
        static final List<Use> USES = List.of(
            (stage, held) -> {
              CompletableFuture<Object> read = stage.toCompletableFuture().thenApply(Stages::read);
              held.complete(Stream.of("a", "b"));
              return read.join();
            },
            (stage, held) -> {
              CompletableFuture<?> future = stage.toCompletableFuture();
              return future.cancel(true) + " " + future.isCancelled() + future.isDone();
            },
            (stage, held) -> {
              CompletableFuture<Stream<String>> future = stage.toCompletableFuture();
              return future.complete(Stream.of("own")) + " " + read(future.join());
            },
            (stage, held) -> {
              CompletableFuture<Stream<String>> future = stage.toCompletableFuture();
              return future.completeExceptionally(new IllegalArgumentException("own")) + " " + read(future.get());
            },
            (stage, held) -> read(stage.toCompletableFuture().completeAsync(() -> Stream.of("own"), Runnable::run).join()),
            (stage, held) -> {
              CompletableFuture<Stream<String>> future = stage.toCompletableFuture().orTimeout(1, TimeUnit.DAYS);
              held.complete(Stream.of("a"));
              return read(future.get());
            },
            (stage, held) -> {
              List<Object> seen = new ArrayList<>();
              stage.whenComplete((stream, error) -> seen.add(stream == null ? error : read(stream)));
              held.complete(Stream.of("a"));
              return seen;
            },
            (stage, held) -> {
              CompletionStage<String> dependent = stage.thenApply(stream -> "dependent");
              boolean completed = dependent.toCompletableFuture().complete("own");
              held.complete(Stream.of("a"));
              return completed + dependent.toCompletableFuture().join();
            },
            (stage, held) -> stage.toCompletableFuture() == stage.toCompletableFuture());
        static String state(CompletableFuture<?> future) {
          return future.isDone() + " " + future.isCancelled() + " " + future.isCompletedExceptionally();
        }
        public static Object run() {
          List<String> seen = new ArrayList<>();
          for (int future = 0; future < FUTURES.size(); future++) {
            for (int stage = 0; stage < STAGES.size(); stage++) {
              for (int use = 0; use < USES.size(); use++) {
                seen.add("future " + future + ", stage " + stage + ", use " + use + ": " + run(future, stage, use));
              }
            }
          }
          return String.join("\\n", seen);
        }
        private static String run(int future, int stage, int use) {
          CompletableFuture<Stream<String>> held = new CompletableFuture<>();
          CompletionStage<Stream<String>> asked = ask(STAGES.get(stage).apply(FUTURES.get(future).apply(held)));
          String seen;
          try {
            seen = String.valueOf(USES.get(use).of(asked, held));
          } catch (Exception e) {
            seen = e.toString();
          }
          String states = state(held) + ", " + state(asked.toCompletableFuture());
          held.complete(Stream.of("late"));
          asked.thenAccept(Stream::close);
          return seen + ", " + states;
        }
      }
      """;

  @Test
  void behavesAsUntracedFuture() {
    ComparedRun compared = ComparedRun.run("Stages", STAGES);

    assertThat(compared.outcome())
        .contains("future 0, stage 1, use 0: [a, b], true false false, true false false")
        .contains("future 0, stage 1, use 1: true truetrue, false false false, false false false")
        .contains("future 0, stage 0, use 3: java.util.concurrent.ExecutionException");
    assertThat(compared.spans()).hasSize(5 * 3 * 9);
  }
}
