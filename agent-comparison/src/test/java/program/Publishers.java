package program;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Methods that return publishers. */
class Publishers {

  private static final IllegalStateException CAUSE = new IllegalStateException("cause");

  static void run() {
    Publishers publishers = new Publishers();
    subscribed("Mono", publishers.mono(Mono.just("a")));
    subscribed("Flux", publishers.flux(Flux.just("a", "b")));
    subscribed("Publisher", publishers.publisher(Mono.just("a")));
    failed("Mono", publishers::mono);
    Scenario.of(
        "publisher: Flux fails",
        () -> publishers.flux(Flux.error(CAUSE)).onErrorComplete().blockLast());
    Scenario.of(
        "publisher: fails by CompletionException",
        () ->
            publishers.mono(Mono.error(new CompletionException(CAUSE))).onErrorComplete().block());
    Scenario.of(
        "publisher: fails by CancellationException",
        () ->
            publishers
                .mono(Mono.error(new CancellationException("mine")))
                .onErrorComplete()
                .block());
    Scenario.of("publisher: subscribed in the call", () -> publishers.mono(Mono.just("a")).block());
    Scenario.of(
        "publisher: subscribed twice",
        () -> {
          Mono<Object> mono = publishers.mono(Mono.just("a"));
          mono.block();
          mono.block();
        });
    cancelled(publishers);
    Scenario.of("publisher: null", () -> publishers.mono(null));
    Scenario.of("publisher: throws", publishers::throwing);
  }

  private interface Call {
    Mono<Object> call(Mono<Object> source);
  }

  private static void subscribed(String type, Publisher<?> outside) {
    Scenario.of("publisher: " + type + " subscribed later", () -> Flux.from(outside).blockLast());
  }

  private static void failed(String type, Call call) {
    Scenario.of(
        "publisher: " + type + " fails",
        () -> call.call(Mono.error(CAUSE)).onErrorComplete().block());
  }

  private static void cancelled(Publishers publishers) {
    Sinks.One<Object> sink = Sinks.one();
    Scenario.of(
        "publisher: cancelled",
        () -> {
          Disposable subscription = publishers.mono(sink.asMono()).subscribe();
          subscription.dispose();
        });
  }

  @WithSpan
  Mono<Object> mono(Mono<Object> source) {
    return source;
  }

  @WithSpan
  Flux<Object> flux(Flux<Object> source) {
    return source;
  }

  @WithSpan
  Publisher<Object> publisher(Publisher<Object> source) {
    return source;
  }

  @WithSpan
  Mono<Object> throwing() {
    throw CAUSE;
  }
}
