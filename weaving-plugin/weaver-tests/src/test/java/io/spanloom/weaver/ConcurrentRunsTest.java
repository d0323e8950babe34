package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.ClassPath;
import io.spanloom.support.ForkedJvm;
import io.spanloom.weaver.plan.FolderLock;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Concurrent runs in one or several processes, on one or several folders. */
@Tag("slow")
final class ConcurrentRunsTest {

  private static final int RUNS = 4;

  private static Program program() {
    return Program.compile(
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    "package shop;\npublic class Orders%d { @io.spanloom.Traced void place() {} }\n"
                        .formatted(i))
            .toArray(String[]::new));
  }

  /** Runs each action in a separate thread, all at the same time. */
  private static <T> List<T> atOnce(List<Callable<T>> actions) throws Exception {
    CyclicBarrier start = new CyclicBarrier(actions.size());
    ExecutorService threads = Executors.newFixedThreadPool(actions.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> action : actions) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return action.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : running) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void concurrentRunsInOneProcessWeaveFolderOnce() throws Exception {
    Program program = program();
    FolderState woven = FolderState.of(program.copy().weave().classes());
    List<Callable<WeaveResult>> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      runs.add(program::weaveResult);
    }

    List<WeaveResult> results = atOnce(runs);

    assertThat(results)
        .extracting(WeaveResult::wovenMethods)
        .containsExactlyInAnyOrder(12, 0, 0, 0);
    assertThat(FolderState.of(program.classes()).contents()).isEqualTo(woven.contents());
  }

  @Test
  void concurrentRunsOnDifferentFoldersAreIndependent() throws Exception {
    Program program = program();
    FolderState woven = FolderState.of(program.copy().weave().classes());
    List<Callable<Program>> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      runs.add(program.copy()::weave);
    }

    assertThat(atOnce(runs))
        .allSatisfy(
            each ->
                assertThat(FolderState.of(each.classes()).contents()).isEqualTo(woven.contents()));
  }

  @Test
  void concurrentProcessesWeaveFolderOnce() throws Exception {
    Program program = program();
    FolderState woven = FolderState.of(program.copy().weave().classes());

    List<Process> processes =
        FolderLock.hold(
            program.classes(), () -> List.of(start(program.classes()), start(program.classes())));

    List<String> outputs = new ArrayList<>();
    for (Process process : processes) {
      outputs.add(ForkedJvm.end(process, 0).strip());
    }
    assertThat(outputs)
        .containsExactlyInAnyOrder(
            "Spanloom: wove 12 methods in 12 classes; 0 classes already woven.",
            "Spanloom: wove 0 methods in 0 classes; 12 classes already woven.");
    assertThat(FolderState.of(program.classes()).contents()).isEqualTo(woven.contents());
  }

  private static Process start(Path classes) throws java.io.IOException {
    return ForkedJvm.of(
            Main.class,
            "--classes",
            classes.toString(),
            "--class-path",
            ClassPath.join(Program.classPath()))
        .property("java.io.tmpdir", System.getProperty("java.io.tmpdir"))
        .start();
  }

  @Test
  void locksFolderAcrossClassLoaders() throws Exception {
    Program program = program();
    try (URLClassLoader other = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader())) {
      FutureTask<Object> run =
          new FutureTask<>(
              () ->
                  other
                      .loadClass(Weaver.class.getName())
                      .getMethod("weave", Path.class, List.class)
                      .invoke(null, program.classes(), Program.classPath()));
      Thread thread = new Thread(run);

      FolderLock.hold(
          program.classes(),
          () -> {
            thread.start();
            while (thread.getState() == Thread.State.RUNNABLE) {
              Thread.onSpinWait(); // until it waits for the lock or has failed
            }
            return thread;
          });

      assertThat(run.get().toString()).contains("wovenMethods=12");
    }
  }

  private static URL[] urls() throws MalformedURLException {
    List<URL> result = new ArrayList<>();
    for (Path entry : Program.classPath()) {
      result.add(entry.toUri().toURL());
    }
    return result.toArray(URL[]::new);
  }
}
