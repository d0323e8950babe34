package io.spanloom.weaver.aspectj;

import org.aspectj.weaver.AjAttribute.WeaverVersionInfo;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Prepares a class for AspectJ. Only the code of woven methods is taken from AspectJ's output, so
 * none of these changes reaches the class.
 *
 * <ul>
 *   <li>Methods lose their generic signatures. In constructors of enums and inner classes they have
 *       fewer parameters than the descriptor, and AspectJ would count the former.
 *   <li>The class states a version of AspectJ. AspectJ would add it, and load the JDK's date
 *       formats and time zones to compute the time at which AspectJ was built.
 * </ul>
 */
final class ClassInput extends ClassVisitor {

  private static final String VERSION = "org.aspectj.weaver.WeaverVersion";

  private boolean hasVersion;

  private ClassInput(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  static byte[] of(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new ClassInput(writer), 0);
    return writer.toByteArray();
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
    return super.visitMethod(access, name, descriptor, null, exceptions);
  }

  @Override
  public void visitAttribute(Attribute attribute) {
    hasVersion |= attribute.type.equals(VERSION);
    super.visitAttribute(attribute);
  }

  @Override
  public void visitEnd() {
    if (!hasVersion) {
      super.visitAttribute(new Version());
    }
    super.visitEnd();
  }

  /** The attribute that AspectJ writes to a class that it has processed. */
  private static final class Version extends Attribute {

    Version() {
      super(VERSION);
    }

    @Override
    protected ByteVector write(
        ClassWriter writer, byte @Nullable [] code, int codeLength, int maxStack, int maxLocals) {
      long buildTime = 0;
      return new ByteVector()
          .putShort(WeaverVersionInfo.getCurrentWeaverMajorVersion())
          .putShort(WeaverVersionInfo.getCurrentWeaverMinorVersion())
          .putLong(buildTime);
    }
  }
}
