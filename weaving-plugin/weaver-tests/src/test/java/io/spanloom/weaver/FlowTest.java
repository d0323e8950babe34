package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FlowTest {

  @Test
  void endsSpanOnEveryExit() {
    ComparedRun compared =
        ComparedRun.run(
            "Ways",
            """
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.*;
            public class Ways {
              static final List<Object> LOG = new ArrayList<>();
              @Traced static String manyReturns(@SpanAttribute int n) {
                if (n == 0) { return "none"; }
                for (int i = 0; i < 10; i++) {
                  while (true) {
                    if (i * n > 6) { return "loop " + i; }
                    if (n % 2 == 0) { break; }
                    if (n > 6) { throw new IllegalStateException("seven"); }
                    n++;
                  }
                }
                do { n--; } while (n > 3);
                return n > 2 ? "big" : "small";
              }
              @Traced static int onlyThrows() { throw new UnsupportedOperationException("always"); }
              @Traced static void endlessLoop() {
                for (int i = 0; ; i++) { if (LOG.size() + i > 100) { throw new IllegalStateException("full"); } }
              }
              @Traced static int endlessWithoutExit(Iterator<Integer> numbers) { while (true) { numbers.next(); } }
              @Traced @SuppressWarnings("finally") static int finallyWins() {
                try { throw new IllegalStateException("lost"); } finally { return 1; }
              }
              @Traced static int finallyRuns(@SpanAttribute boolean fail) {
                try {
                  if (fail) { throw new IllegalStateException("kept"); }
                  return LOG.size();
                } catch (IllegalArgumentException e) {
                  return -1;
                } finally {
                  LOG.add("finally");
                }
              }
              @Traced static int finallyThrows() {
                try { return 1; } finally { if (!LOG.isEmpty()) { throw new IllegalStateException("finally"); } }
              }
              @Traced static String labels() {
                StringBuilder text = new StringBuilder();
                outer:
                for (int i = 0; i < 3; i++) {
                  for (int j = 0; j < 3; j++) {
                    if (j == 1) { continue outer; }
                    if (i == 2) { break outer; }
                    text.append(i).append(j);
                  }
                }
                return text.toString();
              }
              @Traced static int nestedLocks(Object a, Object b, boolean fail) {
                synchronized (a) {
                  synchronized (b) {
                    if (fail) { throw new IllegalStateException("locked"); }
                    synchronized (a) { return 1; }
                  }
                }
              }
              interface Body { Object run() throws Exception; }
              public static Object run() {
                Object a = new Object();
                Object b = new Object();
                List<Body> bodies = List.of(() -> manyReturns(0), () -> manyReturns(2), () -> manyReturns(3),
                    () -> manyReturns(7), Ways::onlyThrows, () -> { endlessLoop(); return 0; },
                    () -> endlessWithoutExit(List.of(1, 2).iterator()), Ways::finallyWins,
                    () -> finallyRuns(false), () -> finallyRuns(true), Ways::finallyThrows, Ways::labels,
                    () -> nestedLocks(a, b, false), () -> nestedLocks(a, b, true));
                List<Object> results = new ArrayList<>();
                for (Body body : bodies) {
                  try { results.add(body.run()); } catch (Exception e) { results.add(e); }
                }
                results.addAll(LOG);
                results.add(Thread.holdsLock(a) || Thread.holdsLock(b));
                return results;
              }
            }
            """);

    assertThat(compared.outcome()).endsWith("finally, finally, false]");
    assertThat(compared.tree().lines().map(line -> line.replaceAll(" \\[exception.*", "")).toList())
        .containsExactly(
            "Ways.manyReturns {n=0}",
            "Ways.manyReturns {n=2}",
            "Ways.manyReturns {n=3}",
            "Ways.manyReturns ERROR {error.type=java.lang.IllegalStateException, n=7}",
            "Ways.onlyThrows ERROR {error.type=java.lang.UnsupportedOperationException}",
            "Ways.endlessLoop ERROR {error.type=java.lang.IllegalStateException}",
            "Ways.endlessWithoutExit ERROR {error.type=java.util.NoSuchElementException}",
            "Ways.finallyWins",
            "Ways.finallyRuns {fail=false}",
            "Ways.finallyRuns ERROR {error.type=java.lang.IllegalStateException, fail=true}",
            "Ways.finallyThrows ERROR {error.type=java.lang.IllegalStateException}",
            "Ways.labels",
            "Ways.nestedLocks",
            "Ways.nestedLocks ERROR {error.type=java.lang.IllegalStateException}");
  }

  /** 40 KB of bytecode with jumps across it that require wide offsets. */
  @Test
  void weavesVeryLongMethod() {
    String statements =
        IntStream.range(0, 2500)
            .mapToObj(i -> "if (x == " + (i + 9_000) + ") { THEN } x += 3;")
            .map(text -> text.replace("THEN", text.contains("000)") ? "return x;" : "x *= 5;"))
            .collect(Collectors.joining(" "));
    Program program =
        Program.compile(
            """
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            public class Lengthy {
              @Traced static int longest(@SpanAttribute int x) {
                for (int i = 0; i < 2; i++) {
                  STATEMENTS
                }
                if (x < 0) { throw new IllegalStateException("negative"); }
                return x;
              }
              public static Object run() { return longest(1) + longest(9_001) + longest(Integer.MIN_VALUE); }
            }
            """
                .replace("STATEMENTS", statements));
    assertThat(program.classFile("Lengthy").toFile().length()).isGreaterThan(45_000L);

    ComparedRun compared = ComparedRun.run("Lengthy", program);

    assertThat(compared.outcome()).startsWith("threw java.lang.IllegalStateException: negative");
    assertThat(compared.spans()).hasSize(3);
  }

  @Test
  void weavesNewerLanguageFeatures() {
    ComparedRun compared =
        ComparedRun.run(
            "Modern",
            """
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.*;
            import java.util.function.*;
            public class Modern {
              enum Size { S, M, L }
              record Box(Object content, Size size) {}
              @Traced static String bySwitch(@SpanAttribute Size size, String text) {
                int number = switch (size) { case S -> 1; case M -> { int x = text.length(); yield x * 2; } case L -> 3; };
                return switch (text) { case "a", "b" -> text + number; default -> throw new IllegalArgumentException(text); };
              }
              @Traced static String byPattern(Object value) {
                if (value instanceof Box box && box.content() instanceof String s && !s.isEmpty()) { return s + box.size(); }
                return value instanceof Integer i ? "int " + i : QUOTED;
              }
              @Traced static <T> Supplier<String> lambdas(T value) {
                Function<T, String> first = v -> "1" + v;
                Function<T, String> second = new Function<>() { public String apply(T v) { return first.apply(v) + "2"; } };
                return () -> second.apply(value);
              }
              @Traced static long local() {
                record Pair(long a, long b) { long sum() { return a + b; } }
                enum Local { X, Y }
                interface Shape { default int sides() { return 4; } }
                var pairs = List.of(new Pair(1, 2), new Pair(3, 4));
                return pairs.stream().mapToLong(Pair::sum).sum() + Local.values().length + new Shape() {}.sides();
              }
              @Traced static String resources(StringBuilder log) throws Exception {
                try (AutoCloseable a = () -> log.append("a"); AutoCloseable b = () -> log.append("b")) {
                  return log.append("body").toString();
                }
              }
              public static Object run() throws Exception {
                StringBuilder log = new StringBuilder();
                return List.of(bySwitch(Size.M, "a"), byPattern(new Box("s", Size.L)), byPattern(2), byPattern(""),
                    lambdas(5).get(), local(), resources(log), log.toString(), bySwitch(Size.S, "z"));
              }
            }
            """
                .replace("QUOTED", "\"\"\"\n        two \\\n        lines\"\"\""));

    assertThat(compared.outcome())
        .startsWith("threw java.lang.IllegalArgumentException: z\n\tat Modern");
    assertThat(compared.spans()).hasSize(8);
  }
}
