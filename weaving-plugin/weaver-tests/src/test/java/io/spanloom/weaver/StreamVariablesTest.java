package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** AI calls whose result or stream has a type variable as its type. */
final class StreamVariablesTest {

  private static final String SOURCE =
      """
      import io.spanloom.AICall;
      import java.lang.reflect.Proxy;
      import java.util.concurrent.*;
      import java.util.stream.*;
      @SuppressWarnings({"SPL012", "SPL068"})
      public class Variables<C extends Stream<String>> {
        public static class OwnFuture<T> extends CompletableFuture<T> {}
        public interface OwnStream extends Stream<String> {}
        @AICall(provider = "x", model = "m")
        static <R extends CompletableFuture<Stream<String>>> R future(R result) { return result; }
        @AICall(provider = "x", model = "m")
        static <R extends CompletionStage<Stream<String>>> R stage(R result) { return result; }
        @AICall(provider = "x", model = "m")
        static <S extends Stream<String>> CompletableFuture<S> stream(S result) { return CompletableFuture.completedFuture(result); }
        @AICall(provider = "x", model = "m")
        static <S extends Stream<String>> CompletionStage<? extends S> wildcard(S result) { return CompletableFuture.completedFuture(result); }
        @AICall(provider = "x", model = "m")
        CompletableFuture<C> ofClass(C result) { return CompletableFuture.completedFuture(result); }
        @AICall(provider = "x", model = "m")
        static <S extends Stream<String>> S direct(S result) { return result; }
        @AICall(provider = "x", model = "bound")
        static CompletableFuture<? extends Stream<? extends String>> bound() { return CompletableFuture.completedFuture(Stream.of("a")); }
        static OwnStream own() {
          return (OwnStream) Proxy.newProxyInstance(Variables.class.getClassLoader(), new Class<?>[] {OwnStream.class}, (proxy, method, arguments) -> null);
        }
        public static Object run() throws Exception {
          OwnFuture<Stream<String>> future = new OwnFuture<>();
          OwnFuture<Stream<String>> asked = future(future);
          OwnFuture<Stream<String>> asStage = stage(future);
          future.complete(null);
          OwnStream own = own();
          OwnStream stream = stream(own).join();
          OwnStream wildcard = wildcard(own).toCompletableFuture().join();
          OwnStream ofClass = new Variables<OwnStream>().ofClass(own).join();
          OwnStream direct = direct(own);
          return (asked == future) + " " + (asStage == future) + " " + (stream == own) + " " + (wildcard == own)
              + " " + (ofClass == own) + " " + (direct == own) + " " + bound().join().collect(Collectors.toList());
        }
      }
      """;

  @Test
  void replacesNoValueOfTypeVariable() {
    ComparedRun compared = ComparedRun.run("Variables", SOURCE);

    assertThat(compared.outcome()).contains("true true true true true true [a]");
    assertThat(compared.spans()).hasSize(7);
    assertThat(compared.tree())
        .contains("chat bound CLIENT {ai.stream.chunks_count=1")
        .containsOnlyOnce("ai.stream.chunks_count");
  }
}
