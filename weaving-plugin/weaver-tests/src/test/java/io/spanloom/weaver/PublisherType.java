package io.spanloom.weaver;

import java.util.concurrent.Flow;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The declared types whose results start a span with each subscription, as a woven program. */
enum PublisherType {
  MONO("mono"),
  FLUX("flux"),
  PUBLISHER("publisher"),
  FLOW("flow");

  private static final String SOURCE =
      """
      import io.spanloom.*;
      import java.util.concurrent.*;
      import org.reactivestreams.Publisher;
      import reactor.core.publisher.*;
      public class Publishers {
        @Traced("span") static Mono<String> mono(Mono<String> in) { check(in); return in; }
        @Traced("span") static Flux<String> flux(Flux<String> in) { check(in); return in; }
        @Traced("span") static Publisher<String> publisher(Publisher<String> in) { check(in); return in; }
        @Traced("span") static Flow.Publisher<String> flow(Flow.Publisher<String> in) { check(in); return in; }
        private static void check(Object in) {
          if (in == null) throw new IllegalStateException("early");
        }
        @Traced("nothing") static Mono<String> monoOfNull() { return null; }
        @Traced("nothing") static Flux<String> fluxOfNull() { return null; }
        @Traced("nothing") static Publisher<String> publisherOfNull() { return null; }
        @Traced("nothing") static Flow.Publisher<String> flowOfNull() { return null; }
      }
      """;

  private static final ClassLoader PROGRAM = Program.compile(SOURCE).weave().load();

  private final String method;

  PublisherType(String method) {
    this.method = method;
  }

  /** Calls the traced method that returns a publisher, or throws if there is none. */
  Object callOf(Publisher<String> source) throws Throwable {
    Object argument =
        source == null
            ? null
            : switch (this) {
              case MONO -> source instanceof Mono<?> mono ? mono : Mono.fromDirect(source);
              case FLUX -> Flux.from(source);
              case PUBLISHER -> source;
              case FLOW -> FlowAdapters.toFlowPublisher(source);
            };
    return Program.invoke(PROGRAM, "Publishers", method, argument);
  }

  /** Calls the traced method and returns its result as a publisher of Reactive Streams. */
  @SuppressWarnings("unchecked") // the program returns publishers of strings
  Publisher<String> call(Publisher<String> source) throws Throwable {
    Object result = callOf(source);
    return this == FLOW
        ? FlowAdapters.toPublisher((Flow.Publisher<String>) result)
        : (Publisher<String>) result;
  }

  Object callOfNull() throws Throwable {
    return Program.invoke(PROGRAM, "Publishers", method + "OfNull");
  }
}
