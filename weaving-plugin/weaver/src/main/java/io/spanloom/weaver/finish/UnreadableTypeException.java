package io.spanloom.weaver.finish;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.WeaverCode;

/** Thrown through AspectJ and ASM when a type that the woven class uses cannot be read. */
public final class UnreadableTypeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final WeaverCode code;

  private UnreadableTypeException(WeaverCode code, String message) {
    super(message);
    this.code = code;
  }

  /** Returns an exception for a type, given by binary name, that is not on the class path. */
  static UnreadableTypeException missing(String type) {
    return new UnreadableTypeException(
        WeaverCode.MISSING_TYPE,
        "type "
            + type
            + ", which it uses, is not on the class path; add the dependency that contains it");
  }

  /** Returns an exception for a type, given by binary name, whose class file cannot be parsed. */
  public static UnreadableTypeException broken(String type) {
    return new UnreadableTypeException(
        WeaverCode.BROKEN_CLASS,
        "the class file of "
            + type
            + ", which it uses, is corrupt; recompile it or download it again");
  }

  /** Returns the exception that reports the problem for the class that uses the type. */
  public WeaveException toWeaveException(String className) {
    return new WeaveException(
        new Problem(
            code,
            "Weaving class " + className + " failed, so nothing was woven: " + getMessage() + ".",
            className,
            null));
  }
}
