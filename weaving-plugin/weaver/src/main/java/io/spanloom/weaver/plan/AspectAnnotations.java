package io.spanloom.weaver.plan;

import org.objectweb.asm.tree.MethodNode;

/** AspectJ's annotations on a generated aspect; the weaver removes them from a woven aspect. */
public final class AspectAnnotations {

  private static final String PACKAGE = "Lorg/aspectj/lang/annotation/";
  private static final String ASPECT = PACKAGE + "Aspect;";
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

  /** Returns whether a method is a pointcut. */
  public static boolean isPointcut(MethodNode method) {
    return method.visibleAnnotations != null
        && method.visibleAnnotations.stream().anyMatch(each -> each.desc.equals(POINTCUT));
  }
}
