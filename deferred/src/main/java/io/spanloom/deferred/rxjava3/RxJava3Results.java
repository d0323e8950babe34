package io.spanloom.deferred.rxjava3;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.spanloom.deferred.DeferredSpans;

/**
 * Traces the results of RxJava 3. RxJava has no context of a subscription, so the parent of a span
 * is the context that is current when the subscriber subscribes.
 */
public final class RxJava3Results {

  private RxJava3Results() {}

  /**
   * Returns a {@code Completable} that starts a span with each subscription.
   *
   * @param result the result of a traced method
   * @param spans starts the spans
   * @return the traced result
   */
  public static Completable completable(Completable result, DeferredSpans<?> spans) {
    return RxJavaPlugins.onAssembly(new TracedCompletable(result, spans));
  }

  /**
   * Returns a {@code Single} that starts a span with each subscription.
   *
   * @param <T> the type of the value
   * @param result the result of a traced method
   * @param spans starts the spans
   * @return the traced result
   */
  public static <T> Single<T> single(Single<T> result, DeferredSpans<? super T> spans) {
    return RxJavaPlugins.onAssembly(new TracedSingle<>(result, spans));
  }

  /**
   * Returns a {@code Maybe} that starts a span with each subscription.
   *
   * @param <T> the type of the value
   * @param result the result of a traced method
   * @param spans starts the spans
   * @return the traced result
   */
  public static <T> Maybe<T> maybe(Maybe<T> result, DeferredSpans<? super T> spans) {
    return RxJavaPlugins.onAssembly(new TracedMaybe<>(result, spans));
  }

  /**
   * Returns an {@code Observable} that starts a span with each subscription.
   *
   * @param <T> the type of the values
   * @param result the result of a traced method
   * @param spans starts the spans
   * @return the traced result
   */
  public static <T> Observable<T> observable(Observable<T> result, DeferredSpans<? super T> spans) {
    return RxJavaPlugins.onAssembly(new TracedObservable<>(result, spans));
  }

  /**
   * Returns a {@code Flowable} that starts a span with each subscription.
   *
   * @param <T> the type of the values
   * @param result the result of a traced method
   * @param spans starts the spans
   * @return the traced result
   */
  public static <T> Flowable<T> flowable(Flowable<T> result, DeferredSpans<? super T> spans) {
    return RxJavaPlugins.onAssembly(new TracedFlowable<>(result, spans));
  }
}
