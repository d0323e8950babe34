package io.spanloom.weaver.finish;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;

/**
 * Carries a problem with a type that a class uses out of AspectJ and ASM, which both ask for it.
 */
public final class TypeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Problem.Code code;

  private TypeException(Problem.Code code, String message) {
    super(message);
    this.code = code;
  }

  static TypeException missing(String type) {
    return new TypeException(
        Problem.Code.MISSING_TYPE,
        "type " + type + ", which it uses, is on no class path; add the dependency that has it");
  }

  public static TypeException broken(String type) {
    return new TypeException(
        Problem.Code.BROKEN_CLASS,
        "the class file of " + type + ", which it uses, is not whole; compile or fetch it again");
  }

  /** Says which class could not be woven for that reason. */
  public WeaveException in(String name) {
    return new WeaveException(
        code, name + " could not be woven, so nothing was: " + getMessage() + ".");
  }
}
