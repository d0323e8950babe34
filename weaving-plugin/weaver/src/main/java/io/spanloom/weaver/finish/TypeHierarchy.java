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

/** Looks types up on the class path, each once; for one thread. */
public final class TypeHierarchy {

  private static final String OBJECT = "java/lang/Object";

  private final ClassPathManager paths;
  private final Map<String, Declared> types = new HashMap<>();

  public TypeHierarchy(ClassPathManager paths) {
    this.paths = paths;
  }

  /** What a type declares of itself. */
  private record Declared(boolean isInterface, @Nullable String superName) {}

  public String commonSuperClass(String first, String second) {
    if (resolve(first).isInterface() || resolve(second).isInterface()) {
      return OBJECT;
    }
    String type = first;
    while (!isSuperClass(type, second)) {
      type = superClass(type);
    }
    return type;
  }

  /** Fails if a type in a method's descriptor is missing: no pointcut finds such a method. */
  public void requireTypesOf(String method) {
    String descriptor = method.substring(method.indexOf('('));
    Stream.concat(
            Arrays.stream(Type.getArgumentTypes(descriptor)),
            Stream.of(Type.getReturnType(descriptor)))
        .map(type -> type.getSort() == Type.ARRAY ? type.getElementType() : type)
        .filter(type -> type.getSort() == Type.OBJECT)
        .forEach(type -> resolve(type.getInternalName()));
  }

  /** Fails if a class around another is missing: AspectJ wants to see it. */
  public void requireOuterTypesOf(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_CODE);
    for (InnerClassNode inner : type.innerClasses) {
      if (inner.outerName != null && type.name.startsWith(inner.name)) {
        resolve(inner.outerName);
      }
    }
  }

  private Declared resolve(String internalName) {
    return types.computeIfAbsent(internalName, this::read);
  }

  private Declared read(String internalName) {
    ClassPathManager.ClassFile file =
        paths.find(UnresolvedType.forSignature("L" + internalName + ";"));
    if (file == null) {
      throw TypeException.missing(internalName.replace('/', '.'));
    }
    try {
      return declared(file.getInputStream().readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
      throw TypeException.broken(internalName.replace('/', '.'));
    } finally {
      file.close();
    }
  }

  private static Declared declared(byte[] classFile) {
    // Of a JDK that is newer than ASM, too, these parts can be read.
    classFile[6] = 0;
    classFile[7] = Opcodes.V17;
    ClassReader reader = new ClassReader(classFile);
    TruncationCheck.require(reader, classFile.length);
    return new Declared((reader.getAccess() & Opcodes.ACC_INTERFACE) != 0, reader.getSuperName());
  }

  private boolean isSuperClass(String type, String of) {
    String candidate = of;
    while (!candidate.equals(type)) {
      if (candidate.equals(OBJECT)) {
        return false;
      }
      candidate = superClass(candidate);
    }
    return true;
  }

  private String superClass(String type) {
    String result = resolve(type).superName();
    if (result == null) {
      throw TypeException.missing("the superclass of " + type.replace('/', '.'));
    }
    resolve(result);
    return result;
  }
}
