package io.spanloom.weaver;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Gives a woven class its stack map frames, and back what AspectJ was not shown; takes AspectJ's
 * own attributes off it, which would keep another weaver from it.
 */
final class FrameWriter extends ClassVisitor {

  private static final String ASPECTJ_ATTRIBUTES = "org.aspectj.weaver.";

  private final Map<String, MethodNode> methodsBefore;

  private FrameWriter(ClassWriter writer, Map<String, MethodNode> methodsBefore) {
    super(Opcodes.ASM9, writer);
    this.methodsBefore = methodsBefore;
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
      reader.accept(new FrameWriter(writer, methods(before)), ClassReader.SKIP_FRAMES);
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

  /**
   * Returns a class file as AspectJ is to see it: as if no other AspectJ weaver had been at it, and
   * with erased methods. The generic parameters that javac notes of the constructors of enums and
   * inner classes are fewer than those that the JVM sees, and AspectJ would count the former.
   */
  static byte[] readyForAspectj(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    boolean[] found = new boolean[1];
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String[] exceptions) {
            found[0] |= signature != null;
            return super.visitMethod(access, name, descriptor, null, exceptions);
          }

          @Override
          public void visitAttribute(Attribute attribute) {
            if (isOfAspectj(attribute)) {
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
    if (!isOfAspectj(attribute)) {
      super.visitAttribute(attribute);
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
    MethodNode before = methodsBefore.get(name + descriptor);
    String generic = before == null ? signature : before.signature;
    return new MethodRestorer(
        access,
        name,
        descriptor,
        generic,
        exceptions,
        before,
        super.visitMethod(access, name, descriptor, generic, exceptions));
  }

  static boolean isOfAspectj(Attribute attribute) {
    return attribute.type.startsWith(ASPECTJ_ATTRIBUTES);
  }

  private static Map<String, MethodNode> methods(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_FRAMES);
    Map<String, MethodNode> result = new HashMap<>();
    type.methods.forEach(method -> result.put(method.name + method.desc, method));
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
