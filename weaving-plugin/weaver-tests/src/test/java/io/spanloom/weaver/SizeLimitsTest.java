package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Methods and classes near the size limits. */
@Tag("slow")
final class SizeLimitsTest {

  /** Returns a method with a code length: 3 bytes per statement and 2 for the return. */
  private static String method(int bytes) {
    return "static int large(boolean b, int i) { %s return i; }\n"
        .formatted("i++;".repeat((bytes - 2) / 3));
  }

  private static Program program(String members) {
    return Program.compile(
        """
        package shop;
        import io.spanloom.Traced;
        public class Subject {
          %s
          public static Object run() { return large(true, 0); }
        }
        """
            .formatted(members));
  }

  @Test
  void reportsMethodThatIsTooLarge() throws Throwable {
    Program program = program("@Traced " + method(65_534));

    assertThat(FailedWeaving.of(program).toString())
        .isEqualTo(
            "[SPL210] Method large(boolean, int) of shop.Subject is too large to trace: its woven code"
                + " would exceed the JVM's limit of 64 KB per method, so nothing was woven; trace a"
                + " shorter method.");
  }

  @Test
  void weavesLargestPossibleMethod() throws Throwable {
    Program program = program("@Traced " + method(65_400));
    Object unwoven = program.run("shop.Subject", "run");

    try (Traces traces = Traces.record()) {
      assertThat(program.weave().run("shop.Subject", "run")).isEqualTo(unwoven);

      assertThat(traces.names()).containsExactly("Subject.large");
    }
  }

  @Test
  void weavesMethodThatRequiresWideJumpsOnlyWhenWoven() throws Throwable {
    Program program =
        program(
            """
            @Traced static int large(boolean b, int i) {
              if (i > 0) { return 1; }
              for (int k = 0; k < 2; k++) { if (b) { %s } else { i--; } }
              return i;
            }
            """
                .formatted("i++;".repeat(32_740 / 3)));
    Object unwoven = program.run("shop.Subject", "run");

    try (Traces traces = Traces.record()) {
      assertThat(program.weave().run("shop.Subject", "run")).isEqualTo(unwoven);

      assertThat(traces.names()).containsExactly("Subject.large");
    }
  }

  /** Each level doubles javac's code, with jumps and handlers across all outer levels. */
  @Test
  void weavesNestedFinallyBlocks() throws Throwable {
    String nested = "i++;";
    for (int level = 0; level < 8; level++) {
      nested =
          "try { for (int k%1$d = 0; k%1$d < 2; k%1$d++) { if (b) { i++; } else { i--; } } } finally { %2$s }"
              .formatted(level, nested);
    }
    Program program =
        program("@Traced static int large(boolean b, int i) { %s return i; }".formatted(nested));
    Object unwoven = program.run("shop.Subject", "run");

    try (Traces traces = Traces.record()) {
      assertThat(program.weave().run("shop.Subject", "run")).isEqualTo(unwoven);

      assertThat(traces.names()).containsExactly("Subject.large");
    }
  }

  @Test
  void acceptsUntracedMethodOfMaximumSize() throws Throwable {
    Program program = program(method(65_534) + "@Traced static void small() { large(false, 0); }");

    assertThat(program.weaveResult().wovenMethods()).isEqualTo(1);
    assertThat(program.run("shop.Subject", "run")).isEqualTo(21_844);
  }

  @Test
  void reportsClassWithTooManyConstants() throws Throwable {
    Program program = program("static void small() {} @Traced " + method(98) + constants(32_750));

    assertThat(FailedWeaving.of(program).toString())
        .isEqualTo(
            "[SPL210] Class shop.Subject is too large to trace: once woven, it would exceed"
                + " AspectJ's limit of 32,767 constants per class, so nothing was woven; trace a"
                + " smaller class.");
  }

  /** Returns methods that use {@code count} different constants. */
  private static String constants(int count) {
    int perMethod = 10_000;
    return IntStream.rangeClosed(0, count / perMethod)
        .mapToObj(
            method ->
                IntStream.range(method * perMethod, Math.min(count, (method + 1) * perMethod))
                    .mapToObj(i -> "i += " + (1_000_000 + i) + ";")
                    .collect(
                        Collectors.joining("", "static void m" + method + "(int i) { ", " }\n")))
        .collect(Collectors.joining());
  }
}
