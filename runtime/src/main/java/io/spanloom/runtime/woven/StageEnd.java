package io.spanloom.runtime.woven;

import java.util.concurrent.CompletionStage;

/** Registers the end of a call on a {@link CompletionStage}. */
final class StageEnd {

  private StageEnd() {}

  static <T> void register(CompletionStage<? extends T> stage, DeferredEnd<T> end) {
    stage.whenComplete(
        (value, error) -> {
          if (error == null) {
            end.complete(value);
          } else {
            end.fail(error);
          }
        });
  }
}
