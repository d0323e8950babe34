package io.spanloom.weaver.plan;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** The annotations on a generated aspect; the weaver removes AspectJ's from a woven aspect. */
public final class AspectAnnotations {

  /** The descriptor of the annotation that declares what an aspect applies to. */
  public static final String GENERATED_ASPECT = "Lio/spanloom/runtime/woven/GeneratedAspect;";

  private static final String PACKAGE = "Lorg/aspectj/lang/annotation/";
  private static final String ASPECT = PACKAGE + "Aspect;";
  private static final String BEFORE = PACKAGE + "Before;";
  private static final String POINTCUT = PACKAGE + "Pointcut;";

  private AspectAnnotations() {}

  /** Returns whether an annotation, given by its descriptor, marks an aspect. */
  static boolean isAspect(String descriptor) {
    return descriptor.equals(ASPECT);
  }

  /** Returns whether a method is advice. */
  public static boolean isAdvice(MethodNode method) {
    return method.visibleAnnotations != null
        && method.visibleAnnotations.stream()
            .anyMatch(each -> each.desc.startsWith(PACKAGE) && !each.desc.equals(POINTCUT));
  }

  /** Returns whether a method is advice that runs before the body. */
  public static boolean isBefore(MethodNode method) {
    return method.visibleAnnotations != null
        && method.visibleAnnotations.stream().anyMatch(each -> each.desc.equals(BEFORE));
  }

  /** Returns the descriptor under which AspectJ calls advice that returns a value. */
  public static String voidDescriptor(String descriptor) {
    return Type.getMethodDescriptor(Type.VOID_TYPE, Type.getArgumentTypes(descriptor));
  }

  /** Returns whether a method is a pointcut. */
  public static boolean isPointcut(MethodNode method) {
    return method.visibleAnnotations != null
        && method.visibleAnnotations.stream().anyMatch(each -> each.desc.equals(POINTCUT));
  }
}
