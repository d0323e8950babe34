package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;

/** Deferred and lazy results that cannot be observed. */
final class InvalidResults {

  private static final String CONTINUATION =
      """
      package kotlin.coroutines;
      public interface Continuation<T> {}
      """;

  static final List<InvalidSource> ALL =
      InvalidSource.list(
          InvalidSource.warning(
              "a deferred result has exactly the type that is replaced",
              Code.UNOBSERVED_RESULT,
              "cannot observe shop.Orders.Rows. Declare the result as java.util.stream.Stream, or name"
                  + " an adapter with @ResultAdapter. To accept this, add @SuppressWarnings(\"SPL068\").",
              """
              package shop;
              import io.spanloom.Traced;
              import java.util.stream.Stream;
              class Orders {
                interface Rows extends Stream<String> {}
                ^@Traced Rows rows() { return null; }
                @Traced @SuppressWarnings("SPL068") Rows accepted() { return null; }
              }
              """),
          InvalidSource.warning(
              "a suspending function has no observable result",
              Code.UNOBSERVED_RESULT,
              "cannot observe a suspending function. Return a supported type, or name an adapter",
              """
              package shop;
              import io.spanloom.Traced;
              import kotlin.coroutines.Continuation;
              class Orders {
                ^@Traced Object place(String id, Continuation<? super String> continuation) { return id; }
                @Traced Object resume(Continuation<String> continuation, String id) { return id; }
              }
              """,
              CONTINUATION),
          InvalidSource.error(
              "an adapter has a method with the shape of an adapter",
              Code.INVALID_ADAPTER,
              "shop.Adapters cannot observe the result of 'place()', because it has no public static"
                  + " method with a result and a DeferredSpan or DeferredSpans as parameters.",
              """
              package shop;
              import io.spanloom.ResultAdapter;
              import io.spanloom.Traced;
              class Orders {
                @Traced @ResultAdapter(Adapters^.class) Object place() { return null; }
              }
              """,
              """
              package shop;
              import io.spanloom.deferred.*;
              class Adapters {
                static void hidden(Runnable result, DeferredSpan<?> span) {}
                public void ofInstance(Runnable result, DeferredSpan<?> span) {}
                public static Runnable returning(Runnable result, DeferredSpan<?> span) { return result; }
                public static void dropping(Runnable result, DeferredSpans<?> spans) {}
                public static Object widening(Runnable result, DeferredSpans<?> spans) { return result; }
              }
              """),
          InvalidSource.error(
              "an adapter on a method observes its result",
              Code.INVALID_ADAPTER,
              "because none of its methods observes a java.lang.String.",
              """
              package shop;
              import io.spanloom.ResultAdapter;
              import io.spanloom.Traced;
              import io.spanloom.deferred.DeferredSpan;
              @ResultAdapter(Orders.Adapters.class)
              class Orders {
                static class Adapters { public static void observe(Runnable result, DeferredSpan<?> span) {} }
                @Traced @ResultAdapter(Adapters^.class) String place() { return null; }
                @Traced String inherited() { return null; }
                @Traced Runnable observed() { return null; }
              }
              """),
          InvalidSource.error(
              "an adapter is visible to the aspect",
              Code.INVALID_ADAPTER,
              "because it is not visible from package shop.",
              """
              package shop;
              import io.spanloom.ResultAdapter;
              import io.spanloom.Traced;
              import io.spanloom.deferred.DeferredSpan;
              class Orders {
                private static class Adapters { public static void observe(Runnable result, DeferredSpan<?> span) {} }
                @Traced @ResultAdapter({Adapters^.class}) Runnable place() { return null; }
              }
              """),
          InvalidSource.error(
              "a lazy result is consumed visibly",
              Code.LAZY_RESULT,
              "Declare an Iterator, Iterable, AutoCloseable or Closeable, name an adapter with"
                  + " @ResultAdapter, or remove lazyResult.",
              """
              package shop;
              import io.spanloom.Traced;
              import java.util.List;
              class Orders {
                @Traced(lazyResult = ^true) List<String> all() { return null; }
                @Traced(lazyResult = ^true) void none() {}
                @Traced(lazyResult = ^true) Orders() {}
                @Traced(lazyResult = true) Iterable<String> each() { return null; }
                @Traced(lazyResult = false) List<String> eager() { return null; }
              }
              """));

  private InvalidResults() {}
}
