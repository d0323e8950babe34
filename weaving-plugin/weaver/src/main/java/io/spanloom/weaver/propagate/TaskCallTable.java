package io.spanloom.weaver.propagate;

import io.spanloom.weaver.propagate.TaskCall.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The table of calls that hand tasks to other threads. A call is found by its static receiver type,
 * so that subclasses and the program's own executors are included.
 */
final class TaskCallTable {

  private static final String TIMER =
      "a TimerTask cannot be wrapped; use a ScheduledExecutorService";

  private static final String FORK_JOIN_TASK =
      "a ForkJoinTask cannot be wrapped; hand over a Runnable or Callable, or make the context"
          + " current in its body";

  private static final String STREAM =
      "the functions of a parallel stream are not handed over by one call; wrap those that create"
          + " spans with Context.current().wrapFunction(...), or use an executor";

  private static final String SCHEDULED = "schedule";

  private static final Set<String> EXECUTING =
      Set.of("execute", "submit", "invokeAll", "invokeAny");

  /** The types of tasks, for which the runtime has a method that wraps them. */
  private static final Set<String> TASKS =
      Set.of(
          "java.lang.Runnable",
          "java.util.concurrent.Callable",
          "java.util.function.Supplier",
          "java.util.function.Function",
          "java.util.function.BiFunction",
          "java.util.function.Consumer",
          "java.util.function.BiConsumer");

  private static final Set<String> COLLECTIONS = Set.of("java.util.Collection");

  private final TaskReceivers receivers;

  TaskCallTable(TaskReceivers receivers) {
    this.receivers = receivers;
  }

  /** Returns the treatment of a call, or null if the call does not change. */
  @Nullable TaskCall find(int opcode, String owner, String name, String descriptor) {
    return switch (opcode) {
      case Opcodes.INVOKEVIRTUAL, Opcodes.INVOKEINTERFACE -> instanceCall(owner, name, descriptor);
      case Opcodes.INVOKESTATIC -> staticCall(owner, name, descriptor);
      case Opcodes.INVOKESPECIAL ->
          owner.equals("java/lang/Thread") && name.equals("<init>")
              ? wrapFirst(Kind.WRAP_IF_STARTED, descriptor)
              : null;
      default -> null;
    };
  }

  private @Nullable TaskCall staticCall(String owner, String name, String descriptor) {
    if (owner.equals("java/lang/Thread") && name.equals("startVirtualThread")) {
      return TaskCall.wrap(0);
    }
    if (name.equals("invokeAll") && is(owner, TaskReceiver.FORK_JOIN_TASK)) {
      return TaskCall.unsupported(FORK_JOIN_TASK);
    }
    return name.endsWith("Async") && is(owner, TaskReceiver.STAGE)
        ? wrapFirst(Kind.WRAP, descriptor)
        : null;
  }

  private @Nullable TaskCall instanceCall(String owner, String name, String descriptor) {
    if (name.endsWith("Async")) {
      return is(owner, TaskReceiver.STAGE) ? wrapFirst(Kind.WRAP, descriptor) : null;
    }
    if (EXECUTING.contains(name) || name.startsWith(SCHEDULED)) {
      return executorCall(owner, name, descriptor);
    }
    return switch (name) {
      case "invoke" ->
          isForkJoinTask(descriptor) && is(owner, TaskReceiver.EXECUTOR)
              ? TaskCall.unsupported(FORK_JOIN_TASK)
              : null;
      case "start" -> start(owner, descriptor);
      case "unstarted" ->
          is(owner, TaskReceiver.THREAD_BUILDER)
              ? wrapFirst(Kind.WRAP_IF_STARTED, descriptor)
              : null;
      case "newThread" ->
          is(owner, TaskReceiver.THREAD_FACTORY)
              ? wrapFirst(Kind.WRAP_IF_STARTED, descriptor)
              : null;
      case "fork" -> fork(owner, descriptor);
      case "remove" ->
          descriptor.equals("(Ljava/lang/Runnable;)Z") && is(owner, TaskReceiver.THREAD_POOL)
              ? TaskCall.of(Kind.REMOVE)
              : null;
      case "shutdownNow" ->
          descriptor.equals("()Ljava/util/List;") && is(owner, TaskReceiver.EXECUTOR)
              ? TaskCall.of(Kind.UNWRAP)
              : null;
      case "parallelStream", "parallel" ->
          descriptor.startsWith("()Ljava/util/stream/") ? TaskCall.unsupported(STREAM) : null;
      default -> null;
    };
  }

  private @Nullable TaskCall executorCall(String owner, String name, String descriptor) {
    if (name.startsWith(SCHEDULED) && is(owner, TaskReceiver.TIMER)) {
      return TaskCall.unsupported(TIMER);
    }
    if (!is(owner, TaskReceiver.EXECUTOR) && !is(owner, TaskReceiver.COMPLETION_SERVICE)) {
      return null;
    }
    if (isForkJoinTask(descriptor)) {
      return TaskCall.unsupported(FORK_JOIN_TASK);
    }
    return wrapFirst(Kind.WRAP, name.startsWith("invoke") ? COLLECTIONS : TASKS, descriptor);
  }

  private @Nullable TaskCall start(String owner, String descriptor) {
    if (is(owner, TaskReceiver.THREAD_BUILDER)) {
      return wrapFirst(Kind.WRAP, descriptor);
    }
    return descriptor.equals("()V") && is(owner, TaskReceiver.THREAD)
        ? TaskCall.of(Kind.START)
        : null;
  }

  private @Nullable TaskCall fork(String owner, String descriptor) {
    if (is(owner, TaskReceiver.TASK_SCOPE)) {
      return wrapFirst(Kind.WRAP, descriptor);
    }
    return is(owner, TaskReceiver.FORK_JOIN_TASK) ? TaskCall.unsupported(FORK_JOIN_TASK) : null;
  }

  private boolean is(String owner, TaskReceiver receiver) {
    return receivers.of(owner).contains(receiver);
  }

  private static boolean isForkJoinTask(String descriptor) {
    return descriptor.startsWith("(Ljava/util/concurrent/ForkJoinTask;");
  }

  private static @Nullable TaskCall wrapFirst(Kind kind, String descriptor) {
    return wrapFirst(kind, TASKS, descriptor);
  }

  /** Returns the call that wraps the first parameter of a type of task, or null without one. */
  private static @Nullable TaskCall wrapFirst(Kind kind, Set<String> tasks, String descriptor) {
    List<String> parameters =
        Arrays.stream(Type.getArgumentTypes(descriptor)).map(Type::getClassName).toList();
    for (int i = 0; i < parameters.size(); i++) {
      if (tasks.contains(parameters.get(i))) {
        return new TaskCall(kind, i, null);
      }
    }
    return null;
  }

  /** Returns the explanation for a thread that one method builds and another one starts. */
  static String threadBuiltElsewhere() {
    return "the thread is not built from a Runnable in the method that starts it; build it there, or"
        + " wrap its Runnable with Context.current().wrap(...)";
  }

  /** Returns the explanation for a serializable method reference. */
  static String serializableReference() {
    return "a serializable method reference must keep its target; write a lambda expression";
  }
}
