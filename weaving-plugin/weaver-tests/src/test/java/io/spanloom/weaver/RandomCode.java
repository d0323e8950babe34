package io.spanloom.weaver;

import java.util.List;

/** Random statements, generated for a scope. */
@FunctionalInterface
interface RandomCode {

  /** Returns the source code for a scope. */
  String in(Scope scope);

  /**
   * The context of statements.
   *
   * @param methods the callable methods
   * @param method the enclosing method, or null within a lambda
   * @param variable the name of the {@code long} variable that the statements use
   * @param fuel the first argument of calls, which limits recursion
   * @param depth the nesting depth, for unique names
   * @param inLoop whether the statements are in a loop
   */
  record Scope(
      List<RandomMethod> methods,
      RandomMethod method,
      String variable,
      String fuel,
      int depth,
      boolean inLoop) {

    Scope deeper() {
      return new Scope(methods, method, variable, fuel, depth + 1, inLoop);
    }

    Scope loop() {
      return new Scope(methods, method, variable, fuel, depth + 1, true);
    }

    Scope closure() {
      return new Scope(methods, null, "y" + depth, fuel, depth + 1, false);
    }

    String returnStatement() {
      return method == null ? "return " + variable + ";" : method.returnStatement(variable);
    }

    String call(int index) {
      int existing = index % methods.size();
      return methods.get(existing).call(existing, this);
    }
  }
}
