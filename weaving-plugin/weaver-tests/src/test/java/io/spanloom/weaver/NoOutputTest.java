package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The weaver prints nothing; {@link FailedWeaving} checks the same for failures. */
final class NoOutputTest {

  @Test
  void printsNothing(@TempDir Path folder) throws Throwable {
    Program program =
        Program.compile(
            """
            package shop;
            import io.spanloom.*;
            import java.util.*;
            public class Subject<T> extends Base implements Face<T> {
              static {}
              @Traced synchronized <X extends Gone> List<X> list(@SpanAttribute("i") int i, X... xs)
                  throws Missing {
                return new ArrayList<>(Arrays.asList(xs));
              }
              @Traced static int busy(Object o) {
                synchronized (o) {
                  while (true) {
                    try { if (o.hashCode() > 0) { return 1; } } finally { o.notifyAll(); }
                  }
                }
              }
              @Traced static void never() { throw new IllegalStateException(); }
              record Pair(int a, int b) { @Traced int sum() { return a + b; } }
            }
            class Base {}
            interface Face<T> { default void fine() {} }
            class Gone {}
            class Missing extends Exception {}
            """);
    for (String name : List.of("Base", "Face", "Missing", "Gone")) {
      program.delete("shop." + name);
    }
    List<Path> classPath = new ArrayList<>(Program.classPath());
    classPath.add(Files.writeString(folder.resolve("text.jar"), "no archive"));
    classPath.add(folder.resolve("missing.jar"));
    List<WeaveResult> results = new ArrayList<>();

    String printed =
        PrintedOutput.during(() -> results.add(Weaver.weave(program.classes(), classPath)));

    assertThat(printed).isEmpty();
    assertThat(results).extracting(WeaveResult::wovenMethods).containsExactly(4);
  }
}
