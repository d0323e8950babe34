package io.spanloom.weaver;

import io.spanloom.weaver.RandomCode.Scope;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates random method bodies. Conditions are not constant, so that all code is reachable. */
final class RandomStatements {

  private static final int MAX_DEPTH = 3;

  private RandomStatements() {}

  static Arbitrary<RandomCode> body() {
    return block(MAX_DEPTH);
  }

  private static Arbitrary<RandomCode> block(int depth) {
    return statement(depth)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(
            statements ->
                scope ->
                    statements.stream()
                        .map(statement -> statement.in(scope))
                        .collect(Collectors.joining("\n    ")));
  }

  private static Arbitrary<RandomCode> statement(int depth) {
    if (depth == 0) {
      return simple();
    }
    Arbitrary<RandomCode> inner = Arbitraries.lazy(() -> block(depth - 1));
    return Arbitraries.frequencyOf(Tuple.of(2, simple()), Tuple.of(3, compound(inner)));
  }

  private static Arbitrary<RandomCode> simple() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, calculation()),
        Tuple.of(1, Arbitraries.just(text("Calls.LOG.add(\"at \" + $x);"))),
        Tuple.of(5, number(9).map(index -> scope -> scope.call(index))),
        Tuple.of(1, failure()),
        Tuple.of(1, number(7).map(k -> scope -> when(k, scope.returnStatement()).in(scope))),
        Tuple.of(1, number(7).map(k -> scope -> scope.inLoop() ? leave(k).in(scope) : "")));
  }

  private static Arbitrary<RandomCode> calculation() {
    return Arbitraries.of(
            "$x += n;",
            "$x = $x * 31 + 7;",
            "$x ^= $x >>> 3;",
            "$x += new int[] {1, 2, n}.length;",
            "$x += n > 1 ? $x : -$x;",
            "$x += switch ((int) ($x & 3)) { case 0 -> 5; case 1, 2 -> { long y = n; yield y; }"
                + " default -> 1; };",
            "if ((Object) $x instanceof Long l && l > 3) { $x -= l / 2; }",
            "{ double d = $x; float f = n; $x += (long) (d + f); }",
            "synchronized (Calls.LOCK) { $x++; }")
        .map(RandomStatements::text);
  }

  private static Arbitrary<RandomCode> failure() {
    Arbitrary<String> failing =
        Arbitraries.of(
            "throw new IllegalStateException(\"state \" + $x);",
            "throw new java.io.IOException(\"io\", new RuntimeException(\"cause\"));",
            "throw new Calls.Own(\"own\");",
            "throw new AssertionError(n);",
            "$x /= n - n;",
            "$x += ((String) Calls.NOTHING).length();",
            "$x += Calls.NONE[n];",
            "$x += (Integer) (Object) \"no number\";");
    return Combinators.combine(number(6), failing).as(RandomStatements::when);
  }

  private static Arbitrary<RandomCode> compound(Arbitrary<RandomCode> inner) {
    Arbitrary<RandomCode> branching =
        Arbitraries.of(
                "if ($x % 3 == 1) { $1 } else { $2 }",
                "switch ((int) ($x & 3)) { case 0: $1 case 1: $x++; break; default: $2 }",
                "switch (\"s\" + ($x & 1)) { case \"s0\" -> { $1 } default -> { $2 } }",
                "out$d: { if ($x % 2 == 0) { break out$d; } $1 }",
                "synchronized (Calls.LOCK) { synchronized (Calls.LOG) { $1 } $2 }")
            .flatMap(template -> nest(template, inner, Scope::deeper));
    Arbitrary<RandomCode> looping =
        Arbitraries.of(
                "for (int i$d = 0; i$d < 2; i$d++) { $1 }",
                "for (int i$d : new int[] {1, 2}) { $x += i$d; $1 }",
                "{ int i$d = 0; while (i$d++ < 2 && $x % 5 != 1) { $1 } }",
                "{ int i$d = 0; do { $1 } while (++i$d < 2); }")
            .flatMap(template -> nest(template, inner, Scope::loop));
    Arbitrary<RandomCode> trying =
        Arbitraries.of(
                "try { Calls.pass(); $1 } catch (IllegalStateException | java.io.IOException t$d) {"
                    + " Calls.LOG.add(t$d); $2 }",
                "try { $1 } catch (RuntimeException t$d) {"
                    + " $2 throw new IllegalArgumentException(t$d); }",
                "try { $1 } catch (Throwable t$d) { Calls.LOG.add(t$d.getMessage()); }",
                "try { $1 } finally { $2 }",
                "try { Calls.pass(); $1 } catch (Calls.Own t$d) { $x--; } finally { $2 }",
                "try (AutoCloseable c$d = Calls.closing(n)) { $1 }")
            .flatMap(template -> nest(template, inner, Scope::deeper));
    Arbitrary<RandomCode> closing =
        Arbitraries.of(
                "{ long b$d = $x; Calls.Body f$d = () -> { long y$d = b$d; $1 return y$d; };"
                    + " $x += f$d.run(); }",
                "{ long b$d = $x; $x += new Calls.Body() { public long run() throws Throwable {"
                    + " long y$d = b$d; $1 return y$d; } }.run(); }")
            .flatMap(template -> nest(template, inner, Scope::closure));
    return Arbitraries.oneOf(branching, looping, trying, closing);
  }

  private static Arbitrary<RandomCode> nest(
      String template, Arbitrary<RandomCode> inner, UnaryOperator<Scope> into) {
    return Combinators.combine(inner, inner)
        .as(
            (first, second) ->
                scope ->
                    text(template)
                        .in(scope)
                        .replace("$1", first.in(into.apply(scope)))
                        .replace("$2", second.in(into.apply(scope))));
  }

  private static RandomCode leave(int k) {
    return when(k, k % 2 == 0 ? "break;" : "continue;");
  }

  private static RandomCode when(int k, String then) {
    return text("if (($x & 7) == " + k + ") { " + then + " }");
  }

  private static RandomCode text(String template) {
    return scope ->
        template.replace("$x", scope.variable()).replace("$d", String.valueOf(scope.depth()));
  }

  private static Arbitrary<Integer> number(int max) {
    return Arbitraries.integers().between(0, max);
  }
}
