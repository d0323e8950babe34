package io.spanloom.weaver.propagate;

import org.jspecify.annotations.Nullable;

/**
 * The treatment of a call that hands over a task, or that returns one.
 *
 * @param kind the kind of the change
 * @param parameter the index of the parameter that is the task, for {@link Kind#WRAP}
 * @param explanation the reason why the call cannot carry the context, and the fix, for {@link
 *     Kind#UNSUPPORTED}
 */
record TaskCall(Kind kind, int parameter, @Nullable String explanation) {

  enum Kind {
    /** The task is wrapped before the call. */
    WRAP,
    /** As {@link #WRAP}, but only in a method that also starts a thread. */
    WRAP_IF_STARTED,
    /** Starts a thread that was constructed before. */
    START,
    /** Removes a task from a queue. */
    REMOVE,
    /** Returns the tasks of a queue. */
    UNWRAP,
    /** The call hands over work that cannot carry the context. */
    UNSUPPORTED
  }

  static TaskCall wrap(int parameter) {
    return new TaskCall(Kind.WRAP, parameter, null);
  }

  static TaskCall of(Kind kind) {
    return new TaskCall(kind, -1, null);
  }

  static TaskCall unsupported(String explanation) {
    return new TaskCall(Kind.UNSUPPORTED, -1, explanation);
  }
}
