package io.spanloom.weaver;

import java.util.Arrays;
import java.util.stream.Stream;
import org.aspectj.weaver.ResolvedType;
import org.aspectj.weaver.UnresolvedType;
import org.aspectj.weaver.bcel.BcelWorld;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;

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

  /** Fails if a type in a method's descriptor is missing: no pointcut finds such a method. */
  void requireTypesOf(String method) {
    String descriptor = method.substring(method.indexOf('('));
    Stream.concat(
            Arrays.stream(Type.getArgumentTypes(descriptor)),
            Stream.of(Type.getReturnType(descriptor)))
        .map(type -> type.getSort() == Type.ARRAY ? type.getElementType() : type)
        .filter(type -> type.getSort() == Type.OBJECT)
        .forEach(type -> resolve(type.getInternalName()));
  }

  /** Fails if a class around another is missing: AspectJ wants to see it. */
  void requireOuterTypesOf(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_CODE);
    for (InnerClassNode inner : type.innerClasses) {
      if (inner.outerName != null && type.name.startsWith(inner.name)) {
        resolve(inner.outerName);
      }
    }
  }

  private ResolvedType resolve(String internalName) {
    ResolvedType type = world.resolve(UnresolvedType.forSignature("L" + internalName + ";"));
    if (type.isMissing()) {
      throw TypeException.missing(internalName.replace('/', '.'));
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
      throw TypeException.missing(
          result == null ? "the superclass of " + type.getName() : result.getName());
    }
    return result;
  }
}
