package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

class Stages {

  static class Own<T> extends CompletableFuture<T> {}

  @Traced
  CompletionStage<String> plain() {
    return null;
  }

  @Traced
  CompletableFuture<?> future(@SpanAttribute String id) {
    return null;
  }

  @Traced
  Own<int[]> own() {
    return null;
  }

  @Traced
  <S extends CompletionStage<S>> S any() {
    return null;
  }

  @Traced
  <S extends Object & CompletionStage<String>> S behindObject() {
    return null;
  }
}
