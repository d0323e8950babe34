package io.spanloom.weaver;

import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A woven program with chains of Reactor. */
final class ReactorChains {

  private static final String SOURCE =
      """
      import io.spanloom.*;
      import java.util.function.Function;
      import reactor.core.publisher.*;
      public class ReactorChains {
        @Traced("outer") static <T, R> Mono<R> outer(Mono<T> in, Function<Mono<T>, Mono<R>> body) {
          return body.apply(in);
        }
        @Traced("flux") static <T> Flux<T> flux(Flux<T> in) { return in; }
        @Traced("inner") static Mono<String> inner(String value) { return Mono.just(value); }
        @Traced("plain") static String plain(String value) { return value; }
      }
      """;

  private static final ClassLoader PROGRAM = Program.compile(SOURCE).weave().load();

  private ReactorChains() {}

  /** A chain that starts with a {@code Mono}. */
  interface Body extends Function<Mono<String>, Mono<String>> {}

  @SuppressWarnings("unchecked") // the program returns publishers of strings
  private static <T> T call(String method, Object... arguments) {
    try {
      return (T) Program.invoke(PROGRAM, "ReactorChains", method, arguments);
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
  }

  static Mono<String> outer(Body body) {
    return call("outer", Mono.just("a"), body);
  }

  static Mono<String> inner(String value) {
    return call("inner", value);
  }

  static String plain(String value) {
    return call("plain", value);
  }

  static Flux<Integer> flux(Flux<Integer> source) {
    return call("flux", source);
  }
}
