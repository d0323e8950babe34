package io.spanloom.weaver;

import org.aspectj.weaver.ResolvedType;
import org.aspectj.weaver.UnresolvedType;
import org.aspectj.weaver.bcel.BcelWorld;

/** Looks types up in AspectJ's world, which has read most of them already. */
final class TypeHierarchy {

  private static final String OBJECT = "java/lang/Object";

  private final BcelWorld world;

  TypeHierarchy(BcelWorld world) {
    this.world = world;
  }

  String commonSuperClass(String first, String second) {
    ResolvedType type = resolve(first);
    ResolvedType other = resolve(second);
    if (type.isInterface() || other.isInterface()) {
      return OBJECT;
    }
    while (!isSuperClass(type, other)) {
      type = superClass(type);
    }
    return type.getErasureSignature().substring(1, type.getErasureSignature().length() - 1);
  }

  private ResolvedType resolve(String internalName) {
    ResolvedType type = world.resolve(UnresolvedType.forSignature("L" + internalName + ";"));
    if (type.isMissing()) {
      throw new MissingTypeException(internalName.replace('/', '.'));
    }
    return type;
  }

  private boolean isSuperClass(ResolvedType type, ResolvedType of) {
    String signature = type.getErasureSignature();
    if (signature.equals("L" + OBJECT + ";")) {
      return true;
    }
    ResolvedType candidate = of;
    while (!candidate.getErasureSignature().equals("L" + OBJECT + ";")) {
      if (candidate.getErasureSignature().equals(signature)) {
        return true;
      }
      candidate = superClass(candidate);
    }
    return false;
  }

  private static ResolvedType superClass(ResolvedType type) {
    ResolvedType result = type.getSuperclass();
    if (result == null || result.isMissing()) {
      throw new MissingTypeException("the superclass of " + type.getName());
    }
    return result;
  }

  /** Carries the name of a missing type out of ASM. */
  static final class MissingTypeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingTypeException(String type) {
      super(type);
    }
  }
}
