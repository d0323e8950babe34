package io.spanloom.weaver;

import static io.spanloom.weaver.TracedStreams.traced;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.processors.UnicastProcessor;
import io.reactivex.rxjava3.subjects.UnicastSubject;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Asynchronously fused streams of RxJava 3, which complete while values are still queued. */
@ExtendWith(SuppressedLogs.class)
final class RxJava3AsyncFusionTest {

  private final Traces traces = Traces.record();

  @AfterEach
  void close() {
    assertThat(Context.current()).isSameAs(Context.root());
    traces.close();
  }

  @Test
  void recordsFailureAfterCompletionOfFlowableWithQueuedValues() throws Throwable {
    UnicastProcessor<Integer> source = UnicastProcessor.create();
    TestSubscriber<Integer> subscriber =
        traced(source.map(i -> 10 / i)).concatMapIterable(List::of).test(1);

    source.onNext(1);
    source.onNext(2);
    source.onNext(0);
    source.onComplete();
    subscriber.assertValues(10).assertNotComplete();
    assertThat(traces.tree()).isEqualTo("flowable NOT ENDED\n");

    subscriber.request(10);
    subscriber.assertValues(10, 5).assertError(ArithmeticException.class);
    assertThat(traces.tree())
        .startsWith("flowable ERROR {error.type=java.lang.ArithmeticException}");
  }

  @Test
  void endsSpanOfCompletedFlowableWhenQueueIsEmpty() throws Throwable {
    UnicastProcessor<Integer> source = UnicastProcessor.create();
    TestSubscriber<Integer> subscriber =
        traced(source.map(i -> 10 / i)).concatMapIterable(List::of).test(1);

    source.onNext(1);
    source.onNext(2);
    source.onNext(5);
    source.onComplete();
    assertThat(traces.tree()).isEqualTo("flowable NOT ENDED\n");

    subscriber.request(10);
    subscriber.assertResult(10, 5, 2);
    assertThat(traces.tree()).isEqualTo("flowable\n");
  }

  @Test
  void recordsFailureAfterCompletionOfObservableWithQueuedValues() throws Throwable {
    UnicastSubject<Integer> source = UnicastSubject.create();
    UnicastSubject<Integer> first = UnicastSubject.create();
    TestObserver<Integer> observer =
        traced(source.map(i -> 10 / i)).concatMap(i -> i == 10 ? first : Observable.just(i)).test();

    source.onNext(1);
    source.onNext(2);
    source.onNext(0);
    source.onComplete();
    assertThat(traces.tree()).isEqualTo("observable NOT ENDED\n");

    first.onComplete();
    observer.assertValues(5).assertError(ArithmeticException.class);
    assertThat(traces.tree())
        .startsWith("observable ERROR {error.type=java.lang.ArithmeticException}");
  }

  @Test
  void endsSpanOfCompletedObservableWhenQueueIsEmpty() throws Throwable {
    UnicastSubject<Integer> source = UnicastSubject.create();
    UnicastSubject<Integer> first = UnicastSubject.create();
    TestObserver<Integer> observer =
        traced(source.map(i -> 10 / i)).concatMap(i -> i == 10 ? first : Observable.just(i)).test();

    source.onNext(1);
    source.onNext(2);
    source.onComplete();
    assertThat(traces.tree()).isEqualTo("observable NOT ENDED\n");

    first.onComplete();
    observer.assertResult(5);
    assertThat(traces.tree()).isEqualTo("observable\n");
  }
}
