package io.spanloom.weaver;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;

/** The types of RxJava 3, each computed from a {@code Flowable}, and traced methods for them. */
enum RxJava3Type {
  COMPLETABLE {
    @Override
    Object from(Flowable<String> source) {
      return source.ignoreElements();
    }
  },
  SINGLE {
    @Override
    Object from(Flowable<String> source) {
      return source.firstOrError();
    }
  },
  MAYBE {
    @Override
    Object from(Flowable<String> source) {
      return source.firstElement();
    }
  },
  OBSERVABLE {
    @Override
    Object from(Flowable<String> source) {
      return source.toObservable();
    }
  },
  FLOWABLE {
    @Override
    Object from(Flowable<String> source) {
      return source;
    }
  };

  private static final String SOURCE =
      """
      import io.reactivex.rxjava3.core.*;
      import io.spanloom.SpanAttribute;
      import io.spanloom.Traced;
      public class Rx {
        private static <T> T checked(Object in, T result) {
          if (in instanceof RuntimeException error) throw error;
          return result;
        }
        @Traced("result") static Completable completable(Object in) {
          return checked(in, in instanceof Completable result ? result : null);
        }
        @Traced("result") static Single<String> single(Object in) {
          return checked(in, in instanceof Single<?> result ? result.cast(String.class) : null);
        }
        @Traced("result") static Maybe<String> maybe(Object in) {
          return checked(in, in instanceof Maybe<?> result ? result.cast(String.class) : null);
        }
        @Traced("result") static Observable<String> observable(Object in) {
          return checked(in, in instanceof Observable<?> result ? result.cast(String.class) : null);
        }
        @Traced("result") static Flowable<String> flowable(Object in) {
          return checked(in, in instanceof Flowable<?> result ? result.cast(String.class) : null);
        }
        @Traced("inner") @SpanAttribute(value = "out", from = "result.length()")
        static Single<String> inner(@SpanAttribute("in") String value) { return Single.just(value); }
        @Traced("plain") static String plain(String value) { return value; }
        @Traced("outer") static Single<String> outer(Single<String> in) {
          return in.map(Rx::plain).flatMap(Rx::inner).map(Rx::plain);
        }
      }
      """;

  static final ClassLoader PROGRAM = Program.compile(SOURCE).weave().load();

  abstract Object from(Flowable<String> source);

  Object call(Object argument) throws Throwable {
    return Program.invoke(PROGRAM, "Rx", name().toLowerCase(java.util.Locale.ROOT), argument);
  }

  Flowable<String> traced(Flowable<String> source) throws Throwable {
    return toFlowable(call(from(source)));
  }

  @SuppressWarnings("unchecked") // the program returns results of strings
  private static Flowable<String> toFlowable(Object result) {
    if (result instanceof Completable completable) {
      return completable.toFlowable();
    } else if (result instanceof Single<?> single) {
      return ((Single<String>) single).toFlowable();
    } else if (result instanceof Maybe<?> maybe) {
      return ((Maybe<String>) maybe).toFlowable();
    } else if (result instanceof Observable<?> observable) {
      return ((Observable<String>) observable)
          .toFlowable(io.reactivex.rxjava3.core.BackpressureStrategy.BUFFER);
    }
    return (Flowable<String>) result;
  }
}
