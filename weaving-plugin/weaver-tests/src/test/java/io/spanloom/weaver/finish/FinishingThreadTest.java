package io.spanloom.weaver.finish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FinishingThreadTest {

  private static final int MORE_THAN_QUEUE_CAPACITY = 200;

  private final List<Integer> done = new ArrayList<>();

  @Test
  void executesWorkInOrder() throws Exception {
    try (FinishingThread thread = new FinishingThread()) {
      for (int i = 0; i < MORE_THAN_QUEUE_CAPACITY; i++) {
        int number = i;
        thread.execute(() -> done.add(number));
      }
      thread.finish();

      assertThat(done).isEqualTo(IntStream.range(0, MORE_THAN_QUEUE_CAPACITY).boxed().toList());
    }
  }

  @Test
  void throwsFirstFailureAndSkipsLaterWork() throws Exception {
    CompletableFuture<Void> allQueued = new CompletableFuture<>();
    try (FinishingThread thread = new FinishingThread()) {
      thread.execute(allQueued::join);
      thread.execute(
          () -> {
            throw new IOException("first");
          });
      thread.execute(
          () -> {
            throw new IOException("second");
          });
      thread.execute(() -> done.add(1));
      allQueued.complete(null);

      assertThatThrownBy(thread::finish).isInstanceOf(IOException.class).hasMessage("first");
      assertThatThrownBy(() -> thread.execute(() -> done.add(2))).hasMessage("first");
    }
    assertThat(done).isEmpty();
  }

  @Test
  void rethrowsErrorUnchanged() {
    StackOverflowError error = new StackOverflowError();
    try (FinishingThread thread = new FinishingThread()) {
      assertThatThrownBy(
              () -> {
                thread.execute(
                    () -> {
                      throw error;
                    });
                thread.finish();
              })
          .isSameAs(error);
    }
  }
}
