package io.spanloom.weaver.aspectj;

import io.spanloom.weaver.plan.AspectAnnotations;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Prepares an aspect for AspectJ, which rejects advice after a method that returns a value. AspectJ
 * sees such advice without its value; the weaver adapts the calls afterwards.
 */
final class AspectInput extends ClassVisitor {

  private boolean changed;

  private AspectInput(ClassWriter next) {
    super(Opcodes.ASM9, next);
  }

  static byte[] of(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    AspectInput input = new AspectInput(writer);
    reader.accept(input, 0);
    return input.changed ? writer.toByteArray() : classFile;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return descriptor.endsWith(")V")
        ? super.visitMethod(access, name, descriptor, signature, exceptions)
        : new ValueMethod(access, name, descriptor, signature, exceptions);
  }

  /** A method that returns a value; if it is advice, AspectJ sees an empty method. */
  private final class ValueMethod extends MethodNode {

    ValueMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      super(Opcodes.ASM9, access, name, descriptor, signature, exceptions);
    }

    @Override
    public void visitEnd() {
      if (AspectAnnotations.isAdvice(this)) {
        changed = true;
        desc = AspectAnnotations.voidDescriptor(desc);
        signature = null;
        instructions.clear();
        instructions.add(new InsnNode(Opcodes.RETURN));
        localVariables = null;
        tryCatchBlocks.clear();
      }
      accept(cv);
    }
  }
}
