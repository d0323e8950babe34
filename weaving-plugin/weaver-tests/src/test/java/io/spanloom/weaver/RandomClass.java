package io.spanloom.weaver;

import io.spanloom.weaver.RandomCode.Scope;
import io.spanloom.weaver.RandomMethod.Form;
import io.spanloom.weaver.RandomMethod.Owner;
import io.spanloom.weaver.RandomMethod.Result;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A random class with traced methods and a {@code run()} method that calls each of them. */
record RandomClass(List<RandomMethod> methods) {

  /** Returns the source code. */
  String source(String name) {
    String text =
        """
        import io.spanloom.*;
        public class %1$s {
          static final %1$s SELF = new %1$s();
        """
            + declarations(Owner.STATIC, Owner.INSTANCE, Owner.CONSTRUCTOR)
            + type("  static class Nested {\n", Owner.NESTED, Owner.NESTED_STATIC)
            + type("  class Inner {\n", Owner.INNER)
            + type("  static final Face FACE = new Face() {};\n  interface Face {\n", Owner.FACE)
            + type("  enum Kind { A;\n", Owner.ENUM)
            + type("  record Rec(int r) {\n", Owner.RECORD)
            + "  public static Object run() {\n    Calls.begin(\"%1$s\");\n"
            + IntStream.range(0, methods.size()).mapToObj(this::calls).collect(Collectors.joining())
            + "    return Calls.results();\n  }\n}\n";
    return text.replace("%1$s", name);
  }

  /** Returns whether a step as events may end after its enclosing span. */
  boolean stepsMayEndLate() {
    return methods.stream()
        .anyMatch(method -> method.form() == Form.EVENTS && method.result() == Result.STAGE);
  }

  /** Returns a nested type, or an empty string if it would have no methods. */
  private String type(String header, Owner... owners) {
    String declarations = declarations(owners);
    return declarations.isEmpty() ? "" : header + declarations + "  }\n";
  }

  private String declarations(Owner... owners) {
    return IntStream.range(0, methods.size())
        .filter(index -> List.of(owners).contains(methods.get(index).owner()))
        .mapToObj(index -> methods.get(index).declaration(index, methods))
        .collect(Collectors.joining());
  }

  private String calls(int index) {
    return IntStream.of(1, 2, 4).mapToObj(n -> attempt(index, n)).collect(Collectors.joining());
  }

  private String attempt(int index, int n) {
    Scope scope = new Scope(methods, null, "x", String.valueOf(n), 0, false);
    return "    Calls.attempt(() -> { long x = %d; %s return x; });%n"
        .formatted(n + index, methods.get(index).call(index, scope));
  }

  @Override
  public String toString() {
    return source("Random");
  }
}
