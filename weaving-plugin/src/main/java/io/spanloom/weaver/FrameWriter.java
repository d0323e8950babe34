package io.spanloom.weaver;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Gives a woven class its stack map frames and takes AspectJ's own attributes off it, which would
 * keep another weaver from it.
 */
final class FrameWriter extends ClassVisitor {

  private static final String ASPECTJ_ATTRIBUTES = "org.aspectj.weaver.";

  private final Set<String> withLocalVariables;

  private FrameWriter(ClassWriter writer, Set<String> withLocalVariables) {
    super(Opcodes.ASM9, writer);
    this.withLocalVariables = withLocalVariables;
  }

  /**
   * Completes a woven class.
   *
   * @param before the class as javac wrote it
   */
  static byte[] write(String name, byte[] before, byte[] woven, TypeHierarchy hierarchy)
      throws WeaveException {
    ClassReader reader = new ClassReader(woven);
    // The constant pool is kept, so that attributes nobody here knows stay right.
    ClassWriter writer = new HierarchyWriter(reader, hierarchy);
    try {
      reader.accept(
          new FrameWriter(writer, methodsWithLocalVariables(before)), ClassReader.SKIP_FRAMES);
      return writer.toByteArray();
    } catch (TypeHierarchy.MissingTypeException missing) {
      throw new WeaveException(
          Problem.Code.MISSING_TYPE,
          name
              + " could not be woven, so nothing was: type "
              + missing.getMessage()
              + ", which it uses, is on no class path; add the dependency that has it.");
    } catch (MethodTooLargeException large) {
      throw new WeaveException(
          Problem.Code.TOO_LARGE,
          "Method "
              + large.getMethodName()
              + large.getDescriptor()
              + " of "
              + name
              + " has no room for"
              + " a span in the 64 KB that the JVM gives a method, so nothing was woven; trace a"
              + " shorter method.");
    }
  }

  /** Returns a class file as if no other AspectJ weaver had been at it. */
  static byte[] withoutWeaverState(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    boolean[] found = new boolean[1];
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visitAttribute(Attribute attribute) {
            if (attribute.type.startsWith(ASPECTJ_ATTRIBUTES)) {
              found[0] = true;
            } else {
              super.visitAttribute(attribute);
            }
          }
        },
        0);
    return found[0] ? writer.toByteArray() : classFile;
  }

  @Override
  public void visitAttribute(Attribute attribute) {
    if (!attribute.type.startsWith(ASPECTJ_ATTRIBUTES)) {
      super.visitAttribute(attribute);
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
    boolean localVariables = withLocalVariables.contains(name + descriptor);
    // A visitor in between, since ASM copies a method that goes straight to the writer as it is.
    return new MethodVisitor(
        Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
      @Override
      public void visitAttribute(Attribute attribute) {
        if (!attribute.type.startsWith(ASPECTJ_ATTRIBUTES)) {
          super.visitAttribute(attribute);
        }
      }

      @Override
      public void visitLocalVariable(
          String variable,
          String type,
          @Nullable String generic,
          Label start,
          Label end,
          int index) {
        // AspectJ makes up names where javac was told to write none.
        if (localVariables) {
          super.visitLocalVariable(variable, type, generic, start, end, index);
        }
      }
    };
  }

  private static Set<String> methodsWithLocalVariables(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_FRAMES);
    Set<String> result = new HashSet<>();
    for (MethodNode method : type.methods) {
      if (method.localVariables != null && !method.localVariables.isEmpty()) {
        result.add(method.name + method.desc);
      }
    }
    return result;
  }

  private static final class HierarchyWriter extends ClassWriter {

    private final TypeHierarchy hierarchy;

    HierarchyWriter(ClassReader reader, TypeHierarchy hierarchy) {
      super(reader, COMPUTE_FRAMES);
      this.hierarchy = hierarchy;
    }

    @Override
    protected String getCommonSuperClass(String first, String second) {
      return hierarchy.commonSuperClass(first, second);
    }
  }
}
