package io.spanloom.weaver;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Traced methods that return types of Mutiny. */
final class MutinyProgram {

  private static final String SOURCE =
      """
      import io.smallrye.mutiny.*;
      import io.spanloom.SpanAttribute;
      import io.spanloom.Traced;
      public class Mutinies {
        @Traced("uni") @SpanAttribute(value = "out", from = "result.length()")
        static Uni<String> uni(Object in) {
          if (in instanceof RuntimeException error) throw error;
          return in == null ? null : ((Uni<?>) in).onItem().castTo(String.class);
        }
        @Traced("multi") static Multi<String> multi(Object in) {
          if (in instanceof RuntimeException error) throw error;
          return in == null ? null : ((Multi<?>) in).onItem().castTo(String.class);
        }
        @Traced("inner") static Uni<String> inner(@SpanAttribute("in") String value) {
          return Uni.createFrom().item(() -> plain(value));
        }
        @Traced("plain") static String plain(String value) { return value; }
        @Traced("outer") static Uni<String> outer(Uni<String> in) {
          return in.map(Mutinies::plain).flatMap(Mutinies::inner).map(Mutinies::plain);
        }
        @Traced("stream") static Multi<String> stream(Multi<String> in) {
          return in.map(Mutinies::plain).onItem().transformToUniAndConcatenate(Mutinies::inner);
        }
      }
      """;

  private static final ClassLoader PROGRAM = Program.compile(SOURCE).weave().load();

  private MutinyProgram() {}

  @SuppressWarnings("unchecked") // the program returns results of strings
  static <R> R call(String method, Object argument) throws Throwable {
    return (R) Program.invoke(PROGRAM, "Mutinies", method, argument);
  }

  static Uni<String> uni(Object argument) throws Throwable {
    return call("uni", argument);
  }

  static Multi<String> multi(Object argument) throws Throwable {
    return call("multi", argument);
  }
}
