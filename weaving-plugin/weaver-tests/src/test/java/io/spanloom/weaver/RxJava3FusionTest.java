package io.spanloom.weaver;

import static io.spanloom.weaver.TracedStreams.traced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.context.Context;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.FlowableSubscriber;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.operators.ConditionalSubscriber;
import io.reactivex.rxjava3.operators.QueueFuseable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.processors.UnicastProcessor;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Back-pressure, fusion and violations of the protocol on traced streams of RxJava 3. */
@ExtendWith(SuppressedLogs.class)
final class RxJava3FusionTest {

  private final Traces traces = Traces.record();

  @AfterEach
  void close() {
    RxJavaPlugins.reset();
    assertThat(Context.current()).isSameAs(Context.root());
    traces.close();
  }

  @Test
  void passesSynchronousFusionOn() throws Throwable {
    FusingConsumer flowable = new FusingConsumer(QueueFuseable.ANY);
    FusingConsumer observable = new FusingConsumer(QueueFuseable.ANY);

    traced(Flowable.range(1, 3).map(i -> i * 2)).subscribe((Subscriber<Integer>) flowable);
    traced(Observable.range(1, 3).map(i -> i * 2)).subscribe((Observer<Integer>) observable);

    assertThat(flowable.agreed).isEqualTo(QueueFuseable.SYNC);
    assertThat(flowable.polled).containsExactly(2, 4, 6);
    assertThat(observable.agreed).isEqualTo(QueueFuseable.SYNC);
    assertThat(observable.polled).containsExactly(2, 4, 6);
    assertThat(traces.tree()).isEqualTo("flowable\nobservable\n");
  }

  @Test
  void passesAsynchronousFusionOn() throws Throwable {
    UnicastProcessor<Integer> source = UnicastProcessor.create();
    FusingConsumer consumer = new FusingConsumer(QueueFuseable.ANY);
    traced(source).subscribe((Subscriber<Integer>) consumer);

    source.onNext(1);
    source.onNext(2);

    assertThat(consumer.agreed).isEqualTo(QueueFuseable.ASYNC);
    assertThat(consumer.polled).containsExactly(1, 2);
    assertThat(traces.tree()).isEqualTo("flowable NOT ENDED\n");
    source.onComplete();
    assertThat(traces.tree()).isEqualTo("flowable\n");
  }

  @Test
  void doesNotMoveFunctionsAcrossFusionBoundary() throws Throwable {
    FusingConsumer consumer = new FusingConsumer(QueueFuseable.ANY | QueueFuseable.BOUNDARY);

    traced(Flowable.range(1, 3).map(i -> i * 2)).subscribe((Subscriber<Integer>) consumer);

    assertThat(consumer.agreed).isEqualTo(QueueFuseable.NONE);
    assertThat(traces.tree()).isEqualTo("flowable\n");
  }

  @Test
  void recordsFailureOfFusedFunction() throws Throwable {
    traced(Flowable.range(1, 3).<Integer>map(i -> i / (i - i)))
        .concatMap(Flowable::just)
        .test()
        .assertError(ArithmeticException.class);

    assertThat(traces.tree())
        .startsWith("flowable ERROR {error.type=java.lang.ArithmeticException}");
  }

  @Test
  void endsSpanThroughFusingOperators() throws Throwable {
    traced(Flowable.range(1, 1000))
        .observeOn(Schedulers.computation())
        .test()
        .awaitDone(1, java.util.concurrent.TimeUnit.MINUTES)
        .assertValueCount(1000);
    traced(Flowable.range(1, 10)).observeOn(Schedulers.trampoline()).test(10).assertComplete();
    traced(Observable.range(1, 1000)).flatMap(Observable::just).test().assertValueCount(1000);
    Flowable.just(1).flatMap(i -> unchecked(Flowable.range(1, 1000))).test().assertValueCount(1000);

    assertThat(traces.tree()).isEqualTo("flowable\nflowable\nobservable\nflowable\n");
  }

  private static Flowable<Integer> unchecked(Flowable<Integer> source) throws Exception {
    try {
      return traced(source);
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void requestsWhatSubscriberRequests() throws Throwable {
    AtomicLong requested = new AtomicLong();
    TestSubscriber<Integer> subscriber =
        traced(Flowable.range(1, 10).hide().doOnRequest(requested::addAndGet)).test(3);

    subscriber.assertValueCount(3).assertNotComplete();
    assertThat(requested).hasValue(3);
    subscriber.request(7);
    subscriber.assertComplete();
    assertThat(requested).hasValue(10);
    assertThat(traces.tree()).isEqualTo("flowable\n");
  }

  @Test
  void tellsSourceWhichValuesWereConsumed() throws Throwable {
    List<Boolean> consumed = new ArrayList<>();
    Flowable<Integer> source =
        new Flowable<>() {
          @Override
          protected void subscribeActual(Subscriber<? super Integer> subscriber) {
            ConditionalSubscriber<? super Integer> conditional =
                (ConditionalSubscriber<? super Integer>) subscriber;
            conditional.onSubscribe(new IgnoringSubscription());
            consumed.add(conditional.tryOnNext(1));
            consumed.add(conditional.tryOnNext(2));
            conditional.onComplete();
          }
        };

    traced(source).filter(i -> i == 2).test().assertValue(2);
    traced(source).test().assertValues(1, 2);

    assertThat(consumed).containsExactly(false, true, true, true);
  }

  /** Emits the signals that a test asks for, whether requested or not. */
  private static final class IgnoringSubscription implements Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }

  @Test
  void endsSpanOnceWhenSourceViolatesProtocol() throws Throwable {
    List<Throwable> reported = new ArrayList<>();
    RxJavaPlugins.setErrorHandler(reported::add);
    Flowable<Integer> source =
        new Flowable<>() {
          @Override
          protected void subscribeActual(Subscriber<? super Integer> subscriber) {
            subscriber.onSubscribe(new IgnoringSubscription());
            subscriber.onSubscribe(new IgnoringSubscription());
            subscriber.onNext(1);
            subscriber.onComplete();
            subscriber.onError(new IllegalStateException("after the end"));
            subscriber.onNext(2);
            subscriber.onComplete();
          }
        };

    traced(source).subscribe(value -> {}, error -> {});

    assertThat(reported).isNotEmpty();
    assertThat(traces.tree()).isEqualTo("flowable\n");
    assertThat(traces.names()).containsExactly("flowable");
  }

  @Test
  void endsSpanWhenSubscriberThrows() throws Throwable {
    Flowable<Integer> traced = traced(Flowable.range(1, 3));
    FlowableSubscriber<Integer> throwing =
        new FlowableSubscriber<>() {
          @Override
          public void onSubscribe(Subscription subscription) {
            subscription.request(1);
          }

          @Override
          public void onNext(Integer value) {
            throw new IllegalStateException("subscriber");
          }

          @Override
          public void onError(Throwable error) {}

          @Override
          public void onComplete() {}
        };
    RxJavaPlugins.setErrorHandler(error -> {});

    assertThatThrownBy(() -> traced.subscribe((Subscriber<Integer>) throwing))
        .isInstanceOf(NullPointerException.class);

    assertThat(traces.tree())
        .startsWith("flowable ERROR {error.type=java.lang.IllegalStateException}");
  }
}
