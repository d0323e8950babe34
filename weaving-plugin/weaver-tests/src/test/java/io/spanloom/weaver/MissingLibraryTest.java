package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A class with a traced method whose result type is missing at run time. */
final class MissingLibraryTest {

  private static final String SOURCE =
      """
      import io.spanloom.Traced;
      public class Orders {
        @Traced("replaced") static %s result() { return null; }
        @Traced("plain") public static String run() { return "untouched"; }
      }
      """;

  /** Loads the program itself, and finds no class of the libraries. */
  private static final class WithoutLibraries extends URLClassLoader {

    WithoutLibraries(Program program) throws Exception {
      super(
          new URL[] {program.classes().toUri().toURL()}, MissingLibraryTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("io.smallrye.") || name.startsWith("com.google.common.")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.smallrye.mutiny.Uni<String>",
        "com.google.common.util.concurrent.ListenableFuture<String>"
      })
  void tracesOtherMethods(String result) throws Throwable {
    Program program = Program.compile(SOURCE.formatted(result)).weave();
    try (Traces traces = Traces.record();
        WithoutLibraries loader = new WithoutLibraries(program)) {
      assertThat(Program.call(loader, "Orders", "run")).isEqualTo("untouched");
      assertThat(traces.tree()).isEqualTo("plain\n");
    }
  }
}
