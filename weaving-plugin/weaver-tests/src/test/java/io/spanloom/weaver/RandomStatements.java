package io.spanloom.weaver;

import io.spanloom.support.RandomChoices;
import io.spanloom.weaver.RandomCode.Scope;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Generates random method bodies. Conditions are not constant, so that all code is reachable. */
final class RandomStatements {

  private static final int MAX_DEPTH = 3;

  private final RandomChoices random;

  RandomStatements(RandomChoices random) {
    this.random = random;
  }

  RandomCode body() {
    return block(MAX_DEPTH);
  }

  private RandomCode block(int depth) {
    List<RandomCode> statements = random.list(1, 3, () -> statement(depth));
    return scope ->
        statements.stream()
            .map(statement -> statement.in(scope))
            .collect(Collectors.joining("\n    "));
  }

  private RandomCode statement(int depth) {
    return depth > 0 && random.between(1, 5) > 2 ? compound(depth - 1) : simple();
  }

  private RandomCode simple() {
    return switch (random.between(1, 12)) {
      case 1, 2, 3 -> calculation();
      case 4 -> text("Calls.LOG.add(\"at \" + $x);");
      case 5 -> failure();
      case 6 -> conditionalReturn();
      case 7 -> exitOfLoop();
      default -> call();
    };
  }

  private RandomCode calculation() {
    return text(
        random.oneOf(
            "$x += n;",
            "$x = $x * 31 + 7;",
            "$x ^= $x >>> 3;",
            "$x += new int[] {1, 2, n}.length;",
            "$x += n > 1 ? $x : -$x;",
            "$x += switch ((int) ($x & 3)) { case 0 -> 5; case 1, 2 -> { long y = n; yield y; }"
                + " default -> 1; };",
            "if ((Object) $x instanceof Long l && l > 3) { $x -= l / 2; }",
            "{ double d = $x; float f = n; $x += (long) (d + f); }",
            "synchronized (Calls.LOCK) { $x++; }"));
  }

  private RandomCode call() {
    int index = random.between(0, 9);
    return scope -> scope.call(index);
  }

  private RandomCode failure() {
    return when(
        random.between(0, 6),
        random.oneOf(
            "throw new IllegalStateException(\"state \" + $x);",
            "throw new java.io.IOException(\"io\", new RuntimeException(\"cause\"));",
            "throw new Calls.Own(\"own\");",
            "throw new AssertionError(n);",
            "$x /= n - n;",
            "$x += ((String) Calls.NOTHING).length();",
            "$x += Calls.NONE[n];",
            "$x += (Integer) (Object) \"no number\";"));
  }

  private RandomCode conditionalReturn() {
    int k = random.between(0, 7);
    return scope -> when(k, scope.returnStatement()).in(scope);
  }

  private RandomCode exitOfLoop() {
    int k = random.between(0, 7);
    RandomCode exit = when(k, k % 2 == 0 ? "break;" : "continue;");
    return scope -> scope.inLoop() ? exit.in(scope) : "";
  }

  private RandomCode compound(int depth) {
    return switch (random.between(1, 4)) {
      case 1 -> nest(branching(), depth, Scope::deeper);
      case 2 -> nest(looping(), depth, Scope::loop);
      case 3 -> nest(trying(), depth, Scope::deeper);
      default -> nest(closing(), depth, Scope::closure);
    };
  }

  private String branching() {
    return random.oneOf(
        "if ($x % 3 == 1) { $1 } else { $2 }",
        "switch ((int) ($x & 3)) { case 0: $1 case 1: $x++; break; default: $2 }",
        "switch (\"s\" + ($x & 1)) { case \"s0\" -> { $1 } default -> { $2 } }",
        "out$d: { if ($x % 2 == 0) { break out$d; } $1 }",
        "synchronized (Calls.LOCK) { synchronized (Calls.LOG) { $1 } $2 }");
  }

  private String looping() {
    return random.oneOf(
        "for (int i$d = 0; i$d < 2; i$d++) { $1 }",
        "for (int i$d : new int[] {1, 2}) { $x += i$d; $1 }",
        "{ int i$d = 0; while (i$d++ < 2 && $x % 5 != 1) { $1 } }",
        "{ int i$d = 0; do { $1 } while (++i$d < 2); }");
  }

  private String trying() {
    return random.oneOf(
        "try { Calls.pass(); $1 } catch (IllegalStateException | java.io.IOException t$d) {"
            + " Calls.LOG.add(t$d); $2 }",
        "try { $1 } catch (RuntimeException t$d) {"
            + " $2 throw new IllegalArgumentException(t$d); }",
        "try { $1 } catch (Throwable t$d) { Calls.LOG.add(t$d.getMessage()); }",
        "try { $1 } finally { $2 }",
        "try { Calls.pass(); $1 } catch (Calls.Own t$d) { $x--; } finally { $2 }",
        "try (AutoCloseable c$d = Calls.closing(n)) { $1 }");
  }

  private String closing() {
    return random.oneOf(
        "{ long b$d = $x; Calls.Body f$d = () -> { long y$d = b$d; $1 return y$d; };"
            + " $x += f$d.run(); }",
        "{ long b$d = $x; $x += new Calls.Body() { public long run() throws Throwable {"
            + " long y$d = b$d; $1 return y$d; } }.run(); }");
  }

  private RandomCode nest(String template, int depth, UnaryOperator<Scope> into) {
    RandomCode first = block(depth);
    RandomCode second = block(depth);
    return scope ->
        text(template)
            .in(scope)
            .replace("$1", first.in(into.apply(scope)))
            .replace("$2", second.in(into.apply(scope)));
  }

  private static RandomCode when(int k, String then) {
    return text("if (($x & 7) == " + k + ") { " + then + " }");
  }

  private static RandomCode text(String template) {
    return scope ->
        template.replace("$x", scope.variable()).replace("$d", String.valueOf(scope.depth()));
  }
}
