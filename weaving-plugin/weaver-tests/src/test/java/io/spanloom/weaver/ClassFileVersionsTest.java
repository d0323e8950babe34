package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;

@Tag("slow")
final class ClassFileVersionsTest {

  private static final String SOURCE =
      """
      package shop;
      import io.spanloom.SpanAttribute;
      import io.spanloom.Traced;
      import java.util.*;
      import java.util.function.*;
      public class Versions<T> {
        private final List<String> log = new ArrayList<>();
        private class Inner { @Traced private Inner(@SpanAttribute int seed) { log.add("inner " + seed); } }
        interface Named { @Traced default String named(@SpanAttribute String prefix) { return prefix + this; } }
        enum Level implements Named { LOW(1), HIGH(2); @Traced Level(@SpanAttribute long rank) {} }
        @Traced private static int sum(@SpanAttribute("a.first") int first, long... more) {
          Function<Integer, String> text = i -> "n" + i;
          for (long n : more) { first += (int) n; }
          if (first > 10) { throw new IllegalStateException(text.apply(first)); }
          return first;
        }
        @Traced String choose(String key, @SpanAttribute double weight) {
          synchronized (log) {
            switch (key) { case "a": return "A"; case "b": break; default: key += weight; }
          }
          try { return key + sum(1, 2L); } finally { log.add("finally"); }
        }
        public static Object run() {
          Versions<String> versions = new Versions<>();
          versions.new Inner(3);
          return Arrays.asList(versions.choose("a", 1), versions.choose("b", 2), versions.choose("c", 3),
              Level.HIGH.named("x"), versions.log, sum(5, 6));
        }
      }
      """;

  private static final String TREE =
      """
      Inner.new {seed=3}
      Versions.choose {weight=1.0}
      Versions.choose {weight=2.0}
        Versions.sum {a.first=1}
      Versions.choose {weight=3.0}
        Versions.sum {a.first=1}
      Level.new {rank=1}
      Level.new {rank=2}
      Named.named {prefix=x}
      Versions.sum ERROR {a.first=5, error.type=java.lang.IllegalStateException}\
       [exception {exception.message=n11, exception.type=java.lang.IllegalStateException}]
      """;

  static IntStream releases() {
    return IntStream.of(8, 11, 17, 21, 25)
        .filter(release -> release <= Runtime.version().feature());
  }

  static Stream<Arguments> releasesAndDebugOptions() {
    return releases()
        .boxed()
        .flatMap(
            release ->
                Stream.of(
                        List.of("-g:none"),
                        List.of("-g"),
                        List.of("-g:lines"),
                        List.of("-parameters"),
                        List.of("-g", "-parameters"))
                    .map(options -> Arguments.of(release, options)));
  }

  @ParameterizedTest
  @MethodSource("releasesAndDebugOptions")
  void weavesClassFilesOfEachRelease(int release, List<String> debug) throws IOException {
    Program program =
        Program.compile(
            Stream.concat(Stream.of("--release", "" + release), debug.stream()).toList(), SOURCE);

    ComparedRun compared = ComparedRun.run("shop.Versions", program);

    byte[] classFile = Files.readAllBytes(program.classFile("shop.Versions"));
    assertThat(new ClassReader(classFile).readUnsignedShort(6)).isEqualTo(44 + release);
    assertThat(compared.outcome()).startsWith("threw java.lang.IllegalStateException: n11");
    assertThat(compared.tree()).isEqualTo(TREE);
  }

  /** The newest language features of each release. */
  static Stream<Arguments> newestLanguage() {
    return Stream.of(
            Arguments.of(8, "Runnable r = () -> {}; r.run(); return \"\" + value;"),
            Arguments.of(11, "var text = \"\" + value; return text.strip();"),
            Arguments.of(
                17, "return value instanceof String s ? s : switch (1) { default -> \"d\"; };"),
            Arguments.of(
                21,
                """
                record Pair(Object a, Object b) {}
                return switch (new Pair(value, 1)) {
                  case Pair(String s, Integer i) when i > 0 -> "pair " + s;
                  case Pair(var a, var b) -> { try { yield "" + a; } finally { b = null; } }
                };
                """),
            Arguments.of(25, "try { return \"\" + value; } catch (Exception _) { return \"\"; }"))
        .filter(arguments -> (int) arguments.get()[0] <= Runtime.version().feature());
  }

  @ParameterizedTest
  @MethodSource("newestLanguage")
  void weavesNewestLanguageFeaturesOfEachRelease(int release, String body) {
    ComparedRun compared =
        ComparedRun.run(
            "Newest",
            Program.compile(
                List.of("--release", "" + release),
                """
                public class Newest {
                  @io.spanloom.Traced static String f(Object value) { BODY }
                  public static Object run() { return f("v") + f(2); }
                }
                """
                    .replace("BODY", body)));

    assertThat(compared.tree()).isEqualTo("Newest.f\nNewest.f\n");
  }
}
