package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.processors.PublishProcessor;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Traced methods that return types of RxJava 3. */
@ExtendWith(SuppressedLogs.class)
final class RxJava3Test {

  private final Traces traces = Traces.record();
  private final PublishProcessor<String> source = PublishProcessor.create();

  @AfterEach
  void close() {
    assertThat(Context.current()).isSameAs(Context.root());
    traces.close();
  }

  @ParameterizedTest
  @EnumSource
  void startsSpanWithEachSubscription(RxJava3Type type) throws Throwable {
    Flowable<String> traced = type.traced(Flowable.just("a"));

    assertThat(traces.tree()).isEmpty();
    traced.test().assertComplete();
    assertThat(traces.tree()).isEqualTo("result\n");
    traced.test().assertComplete();
    assertThat(traces.tree()).isEqualTo("result\nresult\n");
  }

  @ParameterizedTest
  @EnumSource
  void endsSpanWhenResultCompletes(RxJava3Type type) throws Throwable {
    TestSubscriber<String> subscriber = type.traced(source).test();

    assertThat(traces.tree()).isEqualTo("result NOT ENDED\n");
    Thread other =
        new Thread(
            () -> {
              source.onNext("a");
              source.onComplete();
            });
    other.start();
    other.join();
    subscriber.assertComplete();
    assertThat(traces.tree()).isEqualTo("result\n");
  }

  @ParameterizedTest
  @EnumSource
  void recordsFailure(RxJava3Type type) throws Throwable {
    TestSubscriber<String> subscriber = type.traced(source).test();

    source.onError(new IllegalStateException("late"));

    subscriber.assertError(IllegalStateException.class);
    assertThat(traces.tree())
        .startsWith("result ERROR {error.type=java.lang.IllegalStateException}");
  }

  @ParameterizedTest
  @EnumSource
  void cancellationIsNotAnError(RxJava3Type type) throws Throwable {
    TestSubscriber<String> bySubscriber = type.traced(source).test();
    bySubscriber.cancel();
    assertThat(source.hasSubscribers()).isFalse();

    type.traced(source).test();
    source.onError(new CancellationException("by the source"));

    assertThat(traces.tree()).isEqualTo("result {spanloom.cancelled=true}\n".repeat(2));
  }

  @ParameterizedTest
  @EnumSource
  void acceptsNullAndException(RxJava3Type type) throws Throwable {
    assertThat(type.call(null)).isNull();
    assertThat(traces.tree()).isEqualTo("result\n");

    assertThatThrownBy(() -> type.call(new IllegalStateException("early")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(traces.tree()).contains("result ERROR");
  }

  @ParameterizedTest
  @EnumSource
  void startsSpanWithEachRetry(RxJava3Type type) throws Throwable {
    type.traced(Flowable.error(new IllegalStateException("again")))
        .retry(2)
        .test()
        .assertError(IllegalStateException.class);

    assertThat(traces.names()).containsExactly("result", "result", "result");
    assertThat(traces.tree()).doesNotContain("NOT ENDED");
  }

  @ParameterizedTest
  @EnumSource
  void keepsNothingOfResultThatNeverCompletes(RxJava3Type type) throws Throwable {
    Unreachable.assertCollected(() -> type.traced(Flowable.never()).test());
  }

  @ParameterizedTest
  @EnumSource
  void callsAssemblyHooks(RxJava3Type type) throws Throwable {
    List<Object> assembled = new ArrayList<>();
    RxJavaPlugins.setOnSingleAssembly(single -> noted(assembled, single));
    RxJavaPlugins.setOnMaybeAssembly(maybe -> noted(assembled, maybe));
    RxJavaPlugins.setOnCompletableAssembly(completable -> noted(assembled, completable));
    RxJavaPlugins.setOnObservableAssembly(observable -> noted(assembled, observable));
    RxJavaPlugins.setOnFlowableAssembly(flowable -> noted(assembled, flowable));
    try {
      Object traced = type.call(type.from(source));
      assertThat(assembled).contains(traced);
    } finally {
      RxJavaPlugins.reset();
    }
  }

  private static <T> T noted(List<Object> all, T result) {
    all.add(result);
    return result;
  }

  @Test
  void nestsSpansOfOperators() throws Throwable {
    Single<?> outer =
        (Single<?>) Program.invoke(RxJava3Type.PROGRAM, "Rx", "outer", Single.just("abc"));

    outer.test().assertValueCount(1);

    assertThat(traces.tree()).isEqualTo("outer\n  plain\n  inner {in=abc, out=3}\n  plain\n");
  }

  @Test
  void nestsSpansOnOtherThreadsIfSchedulersPropagateContext() throws Throwable {
    RxJavaPlugins.setScheduleHandler(task -> Context.current().wrap(task));
    try {
      Single<String> source = Single.just("abc").subscribeOn(Schedulers.computation());
      Single<?> outer =
          (Single<?>)
              Program.invoke(RxJava3Type.PROGRAM, "Rx", "outer", source.observeOn(Schedulers.io()));

      outer.test().awaitDone(1, TimeUnit.MINUTES).assertValueCount(1);
    } finally {
      RxJavaPlugins.reset();
    }

    assertThat(traces.tree()).isEqualTo("outer\n  plain\n  inner {in=abc, out=3}\n  plain\n");
  }

  @Test
  void runsSubscriberOutsideOfSpan() throws Throwable {
    List<Context> contexts = new ArrayList<>();

    RxJava3Type.FLOWABLE
        .traced(Flowable.just("a", "b"))
        .doOnSubscribe(subscription -> contexts.add(Context.current()))
        .doOnComplete(() -> contexts.add(Context.current()))
        .subscribe(value -> contexts.add(Context.current()));

    assertThat(contexts).hasSize(4).containsOnly(Context.root());
  }

  @Test
  void runsSourceInsideOfSpan() throws Throwable {
    List<String> spans = new ArrayList<>();
    Flowable<String> values =
        Flowable.fromCallable(
            () -> {
              spans.add(Span.current().getSpanContext().getSpanId());
              return "a";
            });
    Flowable<String> traced = RxJava3Type.FLOWABLE.traced(values);

    traced.subscribe();
    TestSubscriber<String> late = traced.test(0);
    late.request(1);

    assertThat(spans)
        .containsExactlyElementsOf(
            traces.started().stream().map(span -> span.getSpanContext().getSpanId()).toList());
  }

  @Test
  void subscriberThatSubscribesLaterIsTheParent() throws Throwable {
    Flowable<String> traced;
    Span caller = traces.sdk().getTracer("test").spanBuilder("caller").startSpan();
    try (Scope scope = caller.makeCurrent()) {
      assertThat(scope).isNotNull();
      traced = RxJava3Type.FLOWABLE.traced(Flowable.just("a"));
    }
    Span subscriber = traces.sdk().getTracer("test").spanBuilder("subscriber").startSpan();
    try (Scope scope = subscriber.makeCurrent()) {
      assertThat(scope).isNotNull();
      traced.subscribe();
    }
    TestScheduler scheduler = new TestScheduler();
    traced.subscribeOn(scheduler).subscribe();
    scheduler.advanceTimeBy(1, TimeUnit.SECONDS);
    caller.end();
    subscriber.end();

    assertThat(traces.tree()).isEqualTo("caller\n  result\nsubscriber\n  result\n");
  }
}
