package io.spanloom.weaver.finish;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.plan.MethodNames;
import java.util.Comparator;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Says that a method or class has no room for a span. */
public final class SizeLimits {

  private SizeLimits() {}

  /** A method, given by name and descriptor, whose woven code is more than the JVM takes. */
  static WeaveException method(String method, String className) {
    return new WeaveException(
        Problem.Code.TOO_LARGE,
        "Method "
            + MethodNames.of(method, className)
            + " of "
            + className
            + " has no room for a span in the 64 KB that the JVM gives a method, so nothing was"
            + " woven; trace a shorter method.");
  }

  /** The longest method of a name, which is the one that became too long. */
  public static WeaveException methodNamed(String name, String className, byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
    return method(
        type.methods.stream()
            .filter(method -> method.name.equals(name))
            .max(Comparator.comparingInt((MethodNode method) -> method.instructions.size()))
            .map(method -> method.name + method.desc)
            .orElse(name + "()V"),
        className);
  }

  /** A class with so many constants that AspectJ gives up, at half of what the JVM takes. */
  public static WeaveException constants(String className) {
    return new WeaveException(
        Problem.Code.TOO_LARGE,
        className
            + " has no room for a span among the 32,767 constants that AspectJ takes in a class, so"
            + " nothing was woven; trace a smaller class.");
  }
}
