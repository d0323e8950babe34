package io.spanloom.weaver.propagate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The kinds of JDK types that run tasks on other threads. A type may be of several kinds. */
enum TaskReceiver {
  /** Executors of any type. */
  EXECUTOR,
  /** Executors whose queue the program can change. */
  THREAD_POOL,
  /** Queues of results. */
  COMPLETION_SERVICE,
  /** Stages of an asynchronous computation. */
  STAGE,
  /** Threads. */
  THREAD,
  /** Builders of threads, since JDK 21. */
  THREAD_BUILDER,
  /** Factories of threads. */
  THREAD_FACTORY,
  /** Scopes of structured concurrency, since JDK 21. */
  TASK_SCOPE,
  /** Tasks that fork others. */
  FORK_JOIN_TASK,
  /** Timers. */
  TIMER;

  /** By internal name. Supertypes that a type of the JDK has are listed with it. */
  static final Map<String, Set<TaskReceiver>> JDK_TYPES = new HashMap<>();

  static {
    add(
        "java/util/concurrent/",
        EXECUTOR,
        "Executor",
        "ExecutorService",
        "AbstractExecutorService");
    add("java/util/concurrent/", EXECUTOR, "ScheduledExecutorService", "ForkJoinPool");
    for (String pool : List.of("ThreadPoolExecutor", "ScheduledThreadPoolExecutor")) {
      JDK_TYPES.put("java/util/concurrent/" + pool, Set.of(EXECUTOR, THREAD_POOL));
    }
    add(
        "java/util/concurrent/",
        COMPLETION_SERVICE,
        "CompletionService",
        "ExecutorCompletionService");
    add("java/util/concurrent/", STAGE, "CompletionStage", "CompletableFuture");
    add("java/util/concurrent/", THREAD_FACTORY, "ThreadFactory");
    add(
        "java/util/concurrent/StructuredTaskScope",
        TASK_SCOPE,
        "",
        "$ShutdownOnFailure",
        "$ShutdownOnSuccess");
    add("java/util/concurrent/", FORK_JOIN_TASK, "ForkJoinTask", "RecursiveTask");
    add("java/util/concurrent/", FORK_JOIN_TASK, "RecursiveAction", "CountedCompleter");
    add("java/lang/Thread", THREAD, "");
    add("java/lang/Thread$Builder", THREAD_BUILDER, "", "$OfVirtual", "$OfPlatform");
    add("java/util/", TIMER, "Timer");
  }

  private static void add(String prefix, TaskReceiver receiver, String... names) {
    for (String name : names) {
      JDK_TYPES.put(prefix + name, Set.of(receiver));
    }
  }

  /** Returns the kinds of a JDK type, given by its internal name. */
  static Set<TaskReceiver> of(String internalName) {
    return JDK_TYPES.getOrDefault(internalName, Set.of());
  }
}
