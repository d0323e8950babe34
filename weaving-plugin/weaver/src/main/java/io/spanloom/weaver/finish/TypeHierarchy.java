package io.spanloom.weaver.finish;

import io.spanloom.weaver.plan.TruncationCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.aspectj.weaver.UnresolvedType;
import org.aspectj.weaver.bcel.ClassPathManager;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;

/** Looks up types on a class path and caches them. Not thread-safe. */
public final class TypeHierarchy {

  private static final String OBJECT = "java/lang/Object";

  private final ClassPathManager paths;
  private final Map<String, Declaration> types = new HashMap<>();

  /** Creates a hierarchy of the types on a class path. */
  public TypeHierarchy(ClassPathManager paths) {
    this.paths = paths;
  }

  private record Declaration(boolean isInterface, @Nullable String superName) {}

  /**
   * Returns the internal name of the closest common superclass of two types.
   *
   * @throws UnreadableTypeException if a type on the way cannot be read
   */
  String commonSuperclass(String first, String second) {
    if (resolve(first).isInterface() || resolve(second).isInterface()) {
      return OBJECT;
    }
    String type = first;
    while (!isSuperclass(type, second)) {
      type = superclass(type);
    }
    return type;
  }

  /**
   * Requires all types in a method's descriptor. No pointcut matches the method if one is missing.
   *
   * @throws UnreadableTypeException if a type cannot be read
   */
  void requireTypesOf(String method) {
    String descriptor = method.substring(method.indexOf('('));
    Stream.concat(
            Arrays.stream(Type.getArgumentTypes(descriptor)),
            Stream.of(Type.getReturnType(descriptor)))
        .map(type -> type.getSort() == Type.ARRAY ? type.getElementType() : type)
        .filter(type -> type.getSort() == Type.OBJECT)
        .forEach(type -> resolve(type.getInternalName()));
  }

  /**
   * Requires the enclosing types of a class, which AspectJ needs.
   *
   * @throws UnreadableTypeException if a type cannot be read
   */
  public void requireOuterTypesOf(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_CODE);
    for (InnerClassNode inner : type.innerClasses) {
      if (inner.outerName != null && type.name.startsWith(inner.name)) {
        resolve(inner.outerName);
      }
    }
  }

  private Declaration resolve(String internalName) {
    return types.computeIfAbsent(internalName, this::read);
  }

  private Declaration read(String internalName) {
    ClassPathManager.ClassFile file =
        paths.find(UnresolvedType.forSignature("L" + internalName + ";"));
    if (file == null) {
      throw UnreadableTypeException.missing(internalName.replace('/', '.'));
    }
    try {
      return parse(file.getInputStream().readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
      throw UnreadableTypeException.broken(internalName.replace('/', '.'));
    } finally {
      file.close();
    }
  }

  private static Declaration parse(byte[] classFile) {
    // ASM can read these parts of classes of newer JDKs, but rejects their version.
    classFile[6] = 0;
    classFile[7] = Opcodes.V17;
    ClassReader reader = new ClassReader(classFile);
    TruncationCheck.require(reader, classFile.length);
    return new Declaration(
        (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0, reader.getSuperName());
  }

  private boolean isSuperclass(String type, String subtype) {
    String candidate = subtype;
    while (!candidate.equals(type)) {
      if (candidate.equals(OBJECT)) {
        return false;
      }
      candidate = superclass(candidate);
    }
    return true;
  }

  private String superclass(String type) {
    String result = resolve(type).superName();
    if (result == null) {
      throw UnreadableTypeException.missing("the superclass of " + type.replace('/', '.'));
    }
    resolve(result);
    return result;
  }
}
