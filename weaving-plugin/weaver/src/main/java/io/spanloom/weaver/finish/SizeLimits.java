package io.spanloom.weaver.finish;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.WeaverCode;
import io.spanloom.weaver.plan.MethodNames;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Creates the exceptions for methods and classes that would exceed a size limit when woven. */
public final class SizeLimits {

  private SizeLimits() {}

  /** Returns an exception for a method, given by name and descriptor, whose code is too large. */
  static WeaveException methodTooLarge(String method, String className) {
    return problem(
        className,
        method,
        "Method "
            + MethodNames.of(method, className)
            + " of "
            + className
            + " is too large to trace: its woven code would exceed the JVM's limit of 64 KB per"
            + " method, so nothing was woven; trace a shorter method.");
  }

  /**
   * Returns an exception for a method known only by its name. If the class has several, it is the
   * longest.
   */
  public static WeaveException namedMethodTooLarge(
      String name, String className, byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
    return methodTooLarge(
        type.methods.stream()
            .filter(method -> method.name.equals(name))
            .max(Comparator.comparingInt((MethodNode method) -> method.instructions.size()))
            .map(method -> method.name + method.desc)
            .orElse(name + "()V"),
        className);
  }

  /** Returns an exception for a class with more constants than AspectJ supports. */
  public static WeaveException tooManyConstants(String className) {
    return problem(
        className,
        null,
        "Class "
            + className
            + " is too large to trace: once woven, it would exceed AspectJ's limit of 32,767 constants"
            + " per class, so nothing was woven; trace a smaller class.");
  }

  private static WeaveException problem(String className, @Nullable String method, String message) {
    return new WeaveException(new Problem(WeaverCode.TOO_LARGE, message, className, method));
  }
}
