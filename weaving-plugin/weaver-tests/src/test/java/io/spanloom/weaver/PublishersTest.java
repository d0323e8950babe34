package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

@ExtendWith(SuppressedLogs.class)
final class PublishersTest {

  private static final String CANCELLED = "span {spanloom.cancelled=true}\n";

  private final Traces traces = Traces.record();

  @AfterEach
  void close() {
    assertThat(Context.current()).isSameAs(Context.root());
    traces.close();
  }

  @ParameterizedTest
  @EnumSource
  void handsBackDeclaredType(PublisherType type) throws Throwable {
    Class<?> declared =
        switch (type) {
          case MONO -> Mono.class;
          case FLUX -> Flux.class;
          case PUBLISHER -> Publisher.class;
          case FLOW -> Flow.Publisher.class;
        };

    assertThat(type.callOf(Mono.just("a"))).isInstanceOf(declared);
    assertThat(traces.tree()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void startsSpanWithEachSubscription(PublisherType type) throws Throwable {
    Publisher<String> result = type.call(Mono.just("a"));

    assertThat(traces.tree()).isEmpty();
    StepVerifier.create(result).expectNext("a").verifyComplete();
    StepVerifier.create(result).expectNext("a").verifyComplete();
    assertThat(traces.tree()).isEqualTo("span\nspan\n");
  }

  @ParameterizedTest
  @EnumSource
  void endsSpanWhenPublisherCompletesOnOtherThread(PublisherType type) throws Throwable {
    TestPublisher<String> source = TestPublisher.create();
    Publisher<String> result = type.call(source);

    Flux.from(result).subscribe();

    assertThat(traces.tree()).isEqualTo("span NOT ENDED\n");
    assertThat(Context.current()).isSameAs(Context.root());
    Thread other = new Thread(() -> source.next("a").complete());
    other.start();
    other.join();
    assertThat(traces.tree()).isEqualTo("span\n");
  }

  @ParameterizedTest
  @EnumSource
  void endsSpanOfEmptyPublisher(PublisherType type) throws Throwable {
    StepVerifier.create(type.call(Flux.empty())).verifyComplete();

    assertThat(traces.tree()).isEqualTo("span\n");
  }

  @ParameterizedTest
  @EnumSource
  void recordsCauseOfFailure(PublisherType type) throws Throwable {
    Throwable failure = new CompletionException(new IllegalStateException("late"));

    StepVerifier.create(type.call(Flux.error(failure)))
        .verifyErrorSatisfies(error -> assertThat(error).isSameAs(failure));

    assertThat(traces.tree()).isEqualTo(error("late"));
  }

  @ParameterizedTest
  @EnumSource
  void recordsFailureOfMethodItself(PublisherType type) {
    assertThatThrownBy(() -> type.call(null)).isInstanceOf(IllegalStateException.class);

    assertThat(traces.tree()).isEqualTo(error("early"));
  }

  @ParameterizedTest
  @EnumSource
  void acceptsNull(PublisherType type) throws Throwable {
    assertThat(type.callOfNull()).isNull();

    assertThat(traces.tree()).isEqualTo("nothing\n");
  }

  @ParameterizedTest
  @EnumSource
  void endsSpanWhenSubscriberCancels(PublisherType type) throws Throwable {
    TestPublisher<String> source = TestPublisher.create();
    Disposable subscription = Flux.from(type.call(source)).subscribe();

    subscription.dispose();

    source.assertCancelled();
    assertThat(traces.tree()).isEqualTo(CANCELLED);
  }

  @ParameterizedTest
  @EnumSource
  void cancellationByProducerIsNotAnError(PublisherType type) throws Throwable {
    StepVerifier.create(type.call(Flux.error(new CancellationException("mine"))))
        .verifyError(CancellationException.class);

    assertThat(traces.tree()).isEqualTo(CANCELLED);
  }

  @ParameterizedTest
  @EnumSource
  void startsSpanWithEachRetry(PublisherType type) throws Throwable {
    AtomicInteger attempts = new AtomicInteger();
    Mono<String> source =
        Mono.defer(
            () ->
                attempts.incrementAndGet() == 1
                    ? Mono.error(new IllegalStateException("first"))
                    : Mono.just("a"));

    StepVerifier.create(Flux.from(type.call(source)).retry(1)).expectNext("a").verifyComplete();

    assertThat(traces.tree()).isEqualTo(error("first") + "span\n");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MONO")
  void leavesRequestsToSubscriber(PublisherType type) throws Throwable {
    List<Long> requests = new ArrayList<>();
    Publisher<String> result = type.call(Flux.just("a", "b", "c").doOnRequest(requests::add));

    StepVerifier.create(result, 0)
        .thenRequest(1)
        .expectNext("a")
        .thenRequest(2)
        .expectNext("b", "c")
        .verifyComplete();

    assertThat(requests).containsExactly(1L, 2L);
    assertThat(traces.tree()).isEqualTo("span\n");
  }

  @ParameterizedTest
  @EnumSource
  void spanIsCurrentForSourceButNotForSubscriber(PublisherType type) throws Throwable {
    List<Span> seen = new ArrayList<>();
    Span caller = traces.sdk().getTracer("test").spanBuilder("caller").startSpan();
    Scope scope = caller.makeCurrent();
    Mono<String> source =
        Mono.fromCallable(
            () -> {
              seen.add(Span.current());
              return "a";
            });

    Flux.from(type.call(source)).doOnNext(value -> seen.add(Span.current())).blockLast();

    scope.close();
    caller.end();
    assertThat(traces.tree()).isEqualTo("caller\n  span\n");
    assertThat(seen.get(0).getSpanContext().getSpanId())
        .isEqualTo(traces.started().get(1).getSpanContext().getSpanId());
    assertThat(seen.get(1)).isSameAs(caller);
  }

  static String error(String message) {
    return """
        span ERROR {error.type=java.lang.IllegalStateException} \
        [exception {exception.message=%s, exception.type=java.lang.IllegalStateException}]
        """
        .formatted(message);
  }
}
