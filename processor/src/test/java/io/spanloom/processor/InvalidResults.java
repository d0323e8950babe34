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

  private static final String ARGUMENTS =
      "because the type arguments of the first parameter of its method 'observe' must be different"
          + " type variables or wildcards, without further bounds.";

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
          adapter(
              "an adapter declares no checked exceptions",
              "because its method 'observe' declares the checked exception java.io.IOException.",
              """
              public static <T> void observe(Promise<T, ?> result, DeferredSpan<? super T> span)
                  throws IllegalStateException, java.io.IOException {}
              """),
          adapter(
              "an adapter is not overloaded",
              "because its method 'observe' is overloaded.",
              """
              public static <T> void observe(Promise<T, ?> result, DeferredSpan<? super T> span) {}
              public static void observe(Runnable result, DeferredSpan<?> span) {}
              """),
          adapter(
              "an adapter observes its type with any type argument",
              ARGUMENTS,
              "public static void observe(Promise<String, ?> result, DeferredSpan<?> span) {}"),
          adapter(
              "an adapter does not limit the type argument of a result by a type variable",
              ARGUMENTS,
              """
              public static <T extends Number> void observe(Promise<T, ?> result, DeferredSpan<? super T> span) {}
              """),
          adapter(
              "an adapter does not limit the type argument of a result by a wildcard",
              ARGUMENTS,
              """
              public static void observe(Promise<?, ? extends Number> result, DeferredSpan<?> span) {}
              """),
          adapter(
              "an adapter accepts different type arguments",
              ARGUMENTS,
              "public static <T> void observe(Promise<T, T> result, DeferredSpan<? super T> span) {}"),
          adapter(
              "the span of an adapter accepts any value",
              "because the second parameter of its method 'observe' must be a DeferredSpan<? super T>"
                  + " or DeferredSpan<?>.",
              "public static <T> void observe(Promise<T, ?> result, DeferredSpan<T> span) {}"),
          adapter(
              "the spans of an adapter accept any value",
              "because the second parameter of its method 'trace' must be a DeferredSpans<? super T>"
                  + " or DeferredSpans<?>.",
              """
              public static <T> Promise<T, ?> trace(Promise<T, ?> result, DeferredSpans<T> spans) { return result; }
              """),
          adapter(
              "an adapter returns the type that it replaces",
              "because its method 'trace' does not return the type of its first parameter,"
                  + " shop.Promise<T,?>.",
              """
              public static <T> Promise<Object, ?> trace(Promise<T, ?> result, DeferredSpans<?> spans) { return null; }
              """),
          InvalidSource.error(
              "no path reads a result without a single value",
              Code.NO_SINGLE_VALUE,
              "does not complete with one value",
              """
              package shop;
              import io.spanloom.*;
              import io.spanloom.deferred.*;
              import java.util.stream.Stream;
              class Orders {
                static class Adapters {
                  public static void observe(Thread result, DeferredSpan<?> span) {}
                  public static <K, T> Keyed<K, T> trace(Keyed<K, T> result, DeferredSpans<? super T> spans) { return result; }
                }
                interface Keyed<K, T> {}
                @Traced @SpanAttribute(value = "k", from = ^"result.isParallel()") Stream<String> stream() { return null; }
                @Traced(lazyResult = true) @SpanAttribute(value = "k", from = ^"result.hashCode()")
                Iterable<String> each() { return null; }
                @Traced @ResultAdapter(Adapters.class) @SpanAttribute(value = "k", from = ^"result.getName()")
                Thread thread() { return null; }
                @Traced @ResultAdapter(Adapters.class) @SpanAttribute(value = "k", from = "result.length()")
                Keyed<Integer, String> keyed() { return null; }
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

  /** Returns a case whose adapters cannot observe a result of their type. */
  private static InvalidSource adapter(String rule, String reason, String methods) {
    return InvalidSource.error(
        rule,
        Code.INVALID_ADAPTER,
        reason,
        """
        package shop;
        import io.spanloom.ResultAdapter;
        import io.spanloom.Traced;
        @ResultAdapter(Adapters^.class)
        class Orders {
          @Traced Promise<String, Exception> place() { return null; }
          @Traced String another() { return null; }
        }
        """,
        """
        package shop;
        import io.spanloom.deferred.*;
        class Adapters {
        %s
        }
        interface Promise<V, E> {}
        """
            .formatted(methods.strip()));
  }
}
