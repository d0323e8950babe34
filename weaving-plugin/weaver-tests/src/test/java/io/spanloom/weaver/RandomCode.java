package io.spanloom.weaver;

import java.util.List;

/** Statements that are text once it is known where they stand. */
@FunctionalInterface
interface RandomCode {

  /** The text. */
  String in(Scope scope);

  /**
   * Where statements stand.
   *
   * @param methods those that can be called
   * @param method the one around, or null within a lambda
   * @param variable the local variable, a long, to work on
   * @param fuel what a call's first argument is
   * @param depth how many blocks are around, for names that are new
   * @param inLoop whether there is a loop to leave
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

    String giveBack() {
      return method == null ? "return " + variable + ";" : method.giveBack(variable);
    }

    String call(int index) {
      int existing = index % methods.size();
      return methods.get(existing).call(existing, this);
    }
  }
}
