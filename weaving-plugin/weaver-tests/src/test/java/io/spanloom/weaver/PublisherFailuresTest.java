package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Flux;

/** Traced publishers with subscribers and sources that misbehave. */
@ExtendWith(SuppressedLogs.class)
final class PublisherFailuresTest {

  private final Traces traces = Traces.record();

  @AfterEach
  void close() {
    traces.close();
  }

  @ParameterizedTest
  @EnumSource
  void endsSpanOnceWhenSubscriberThrows(PublisherType type) throws Throwable {
    Publisher<String> source = violating(subscriber -> subscriber.onNext("a"));
    Publisher<String> result = type.call(source);

    String outcome = Outcome.of(() -> subscribeThrowing(result));

    boolean ofReactor = type == PublisherType.MONO || type == PublisherType.FLUX; // which drops it
    assertThat(outcome)
        .startsWith(ofReactor ? "returned" : "threw java.lang.IllegalStateException: mine");
    assertThat(traces.tree())
        .isEqualTo(type == PublisherType.MONO ? "span\n" : PublishersTest.error("mine"));
  }

  private static Object subscribeThrowing(Publisher<String> result) {
    result.subscribe(
        new Subscriber<>() {
          @Override
          public void onSubscribe(Subscription subscription) {
            subscription.request(1);
          }

          @Override
          public void onNext(String value) {
            throw new IllegalStateException("mine");
          }

          @Override
          public void onError(Throwable error) {
            throw new IllegalStateException("mine", error);
          }

          @Override
          public void onComplete() {}
        });
    return null;
  }

  @ParameterizedTest
  @EnumSource
  void endsSpanOnceWhenPublisherViolatesSpecification(PublisherType type) throws Throwable {
    Publisher<String> source =
        violating(
            subscriber -> {
              subscriber.onNext(null);
              subscriber.onNext("a");
              subscriber.onComplete();
              subscriber.onNext("late");
              subscriber.onError(new IllegalStateException("late"));
              subscriber.onComplete();
            });

    assertThat(Outcome.of(() -> Flux.from(type.call(source)).subscribe())).isNotNull();

    assertThat(traces.started()).singleElement().matches(span -> span.hasEnded());
  }

  /** Returns a publisher that sends its signals as soon as values are requested. */
  private static Publisher<String> violating(Consumer<Subscriber<? super String>> signals) {
    return subscriber ->
        subscriber.onSubscribe(
            new Subscription() {
              @Override
              public void request(long n) {
                signals.accept(subscriber);
              }

              @Override
              public void cancel() {}
            });
  }

  @ParameterizedTest
  @EnumSource
  void retainsNothingIfPublisherNeverCompletes(PublisherType type) throws Throwable {
    Unreachable.assertCollected(() -> Flux.from(type.call(Flux.never())).subscribe());

    assertThat(traces.tree()).isEqualTo("span NOT ENDED\n");
  }
}
