package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ParametersTest {

  @Test
  void passesParametersAndResultsOfAllKinds() {
    ComparedRun compared =
        ComparedRun.run(
            "Kinds",
            """
            import io.spanloom.Traced;
            import java.util.*;
            public class Kinds {
              @Traced static boolean booleans(boolean a) { return !a; }
              @Traced static byte bytes(byte a) { return (byte) (a + 1); }
              @Traced static short shorts(short a) { return (short) (a + 1); }
              @Traced static char chars(char a) { return (char) (a + 1); }
              @Traced static int ints(int a) { return a + 1; }
              @Traced static long longs(long a) { return a + 1; }
              @Traced static float floats(float a) { return a / 2; }
              @Traced static double doubles(double a) { return a / 2; }
              @Traced static String strings(String a) { return a + "!"; }
              @Traced static void nothing() {}
              @Traced static Void nullOnly() { return null; }
              @Traced static int[] intArray(int[] a) { return a.clone(); }
              @Traced static long[][] longArrays(long[][] a) { return a; }
              @Traced static String[][][] stringArrays(String[][]... a) { return a; }
              @Traced static double mixed(long a, int b, double c, float d, Object e, byte f, long... g) {
                return a + b + c + d + e.hashCode() + f + g.length;
              }
              @Traced long instance(long a, double b) { a = a * 2; b = b + a; return (long) b; }
              public static Object run() {
                nothing();
                return Arrays.asList(booleans(true), bytes(Byte.MAX_VALUE), shorts(Short.MAX_VALUE),
                    chars('a'), ints(Integer.MAX_VALUE), longs(Long.MAX_VALUE), floats(Float.NaN),
                    doubles(-0.0), strings(null), nullOnly(), intArray(new int[] {1}),
                    longArrays(new long[][] {{1, 2}, {}, null}), stringArrays(new String[][] {{"a"}}),
                    mixed(1L << 40, 2, 3.5, 4.5f, "e", (byte) 5, 6, 7), new Kinds().instance(1, 0.5));
              }
            }
            """);

    assertThat(compared.outcome())
        .startsWith(
            "returned [false, -128, -32768, b, -2147483648, -9223372036854775808, NaN, -0.0,");
    assertThat(compared.spans()).hasSize(16);
  }

  @Test
  void readsAttributesFromAnyParameterPosition() {
    ComparedRun compared =
        ComparedRun.run(
            "Positions",
            """
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            public class Positions {
              @Traced static void first(@SpanAttribute int a, long b, double c) {}
              @Traced static void afterWideOnes(long a, double b, @SpanAttribute int c, String... d) {}
              @Traced void last(long a, @SpanAttribute double b) { a = 0; b = 0; }
              @Traced void all(@SpanAttribute long a, @SpanAttribute String b, @SpanAttribute boolean c) {}
              public static Object run() {
                first(1, 2, 3);
                afterWideOnes(1, 2, 3, "x", "y");
                new Positions().last(1, 2.5);
                new Positions().all(1, "b", true);
                return null;
              }
            }
            """);

    assertThat(compared.tree())
        .isEqualTo(
            """
            Positions.first {a=1}
            Positions.afterWideOnes {c=3}
            Positions.last {b=2.5}
            Positions.all {a=1, b=b, c=true}
            """);
  }

  /** A method has at most 255 parameter slots, including {@code this}; a long takes two. */
  @Test
  void weavesMethodWithMaximumParameters() {
    String ints = parameters("int p", 253);
    String longs = parameters("long p", 126);
    ComparedRun compared =
        ComparedRun.run(
            "Full",
            """
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.*;
            public class Full {
              @Traced int ints(INTS, @SpanAttribute int last) { return p0 + p252 + last; }
              @Traced long longs(LONGS, @SpanAttribute long last) { return p0 + p125 + last; }
              @Traced static int statics(INTS, int one, @SpanAttribute int last) { return p0 + last; }
              Full() {}
              @Traced Full(INTS, @SpanAttribute int last) {}
              public static Object run() {
                new Full(VALUES, 253);
                return List.of(new Full().ints(VALUES, 253), new Full().longs(LONG_VALUES, 126),
                    Full.statics(VALUES, 253, 254));
              }
            }
            """
                .replace("LONG_VALUES", values(126))
                .replace("VALUES", values(253))
                .replace("INTS", ints)
                .replace("LONGS", longs));

    assertThat(compared.outcome()).isEqualTo("returned [505, 251, 254]");
    assertThat(compared.tree())
        .isEqualTo(
            """
            Full.new {last=253}
            Full.ints {last=253}
            Full.longs {last=126}
            Full.statics {last=254}
            """);
  }

  /** Local variables from index 256 on require wide instructions. */
  @Test
  void weavesMethodWithHundredsOfLocalVariables() {
    String declarations =
        IntStream.range(0, 300)
            .mapToObj(i -> (i % 2 == 0 ? "long v" : "double v") + i + " = seed + " + i + ";")
            .collect(Collectors.joining("\n"));
    String sum =
        IntStream.range(0, 300).mapToObj(i -> "(long) v" + i).collect(Collectors.joining(" + "));
    ComparedRun compared =
        ComparedRun.run(
            "Locals",
            """
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            public class Locals {
              @Traced static long many(@SpanAttribute int seed) throws Exception {
                DECLARATIONS
                if (seed < 0) { throw new Exception("negative " + v299); }
                return SUM;
              }
              public static Object run() throws Exception { return many(1) + many(-1); }
            }
            """
                .replace("DECLARATIONS", declarations)
                .replace("SUM", sum));

    assertThat(compared.outcome()).startsWith("threw java.lang.Exception: negative 298.0");
    assertThat(compared.tree()).startsWith("Locals.many {seed=1}\nLocals.many ERROR {");
  }

  private static String parameters(String typeAndName, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> typeAndName + i)
        .collect(Collectors.joining(", "));
  }

  private static String values(int count) {
    return IntStream.range(0, count).mapToObj(String::valueOf).collect(Collectors.joining(", "));
  }
}
