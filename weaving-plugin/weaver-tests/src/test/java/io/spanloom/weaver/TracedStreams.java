package io.spanloom.weaver;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Observable;

/** A woven program that returns streams of RxJava 3. */
final class TracedStreams {

  private static final String SOURCE =
      """
      import io.reactivex.rxjava3.core.*;
      import io.spanloom.Traced;
      public class Streams {
        @Traced("flowable") static Flowable<Integer> flowable(Flowable<Integer> in) { return in; }
        @Traced("observable") static Observable<Integer> observable(Observable<Integer> in) { return in; }
      }
      """;

  private static final ClassLoader PROGRAM = Program.compile(SOURCE).weave().load();

  private TracedStreams() {}

  @SuppressWarnings("unchecked") // the program returns streams of integers
  static Flowable<Integer> traced(Flowable<Integer> source) throws Throwable {
    return (Flowable<Integer>) Program.invoke(PROGRAM, "Streams", "flowable", source);
  }

  @SuppressWarnings("unchecked") // the program returns streams of integers
  static Observable<Integer> traced(Observable<Integer> source) throws Throwable {
    return (Observable<Integer>) Program.invoke(PROGRAM, "Streams", "observable", source);
  }
}
