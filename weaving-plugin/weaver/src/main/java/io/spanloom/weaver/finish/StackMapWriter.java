package io.spanloom.weaver.finish;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * Completes what AspectJ has woven: gives it stack map frames, and keeps AspectJ's own attributes
 * out of it, which would keep another weaver from it.
 */
public final class StackMapWriter {

  private static final String ASPECTJ_ATTRIBUTES = "org.aspectj.weaver.";
  private static final String WEAVER_STATE = ASPECTJ_ATTRIBUTES + "WeaverState";

  private StackMapWriter() {}

  /**
   * Completes a woven class.
   *
   * @param before the class as javac wrote it, of which all stays but the code of woven methods
   * @param reached name and descriptor of the methods that call the aspect
   */
  static byte[] target(
      String name, byte[] before, ClassNode woven, Set<String> reached, TypeHierarchy hierarchy)
      throws WeaveException {
    ClassReader reader = new ClassReader(before);
    ClassWriter writer = new HierarchyWriter(reader, hierarchy);
    BodyReplacer bodies = new BodyReplacer(woven, reached, writer);
    byte[] result = complete(name, reader, bodies, 0, writer);
    if (!bodies.added().isEmpty()) {
      throw new WeaveException(
          Problem.Code.NOT_WOVEN,
          name
              + " would gain "
              + String.join(", ", bodies.added())
              + ", so nothing was woven; this is a fault of Spanloom, please report it, with the"
              + " class.");
    }
    return result;
  }

  /** Completes a woven aspect, which gains members: those that hand out its instance. */
  static byte[] aspect(String name, byte[] woven, TypeHierarchy hierarchy) throws WeaveException {
    ClassReader reader = new ClassReader(woven);
    ClassWriter writer = new HierarchyWriter(reader, hierarchy);
    return complete(name, reader, new PlainAspect(writer), ClassReader.SKIP_FRAMES, writer);
  }

  private static byte[] complete(
      String name, ClassReader reader, ClassVisitor visitor, int flags, ClassWriter writer)
      throws WeaveException {
    try {
      reader.accept(visitor, flags);
      return writer.toByteArray();
    } catch (TypeException fault) {
      throw fault.in(name);
    } catch (MethodTooLargeException large) {
      throw SizeLimits.method(large.getMethodName() + large.getDescriptor(), name);
    } catch (ClassTooLargeException large) {
      throw SizeLimits.constants(name);
    }
  }

  /**
   * Returns a class file as if no other AspectJ weaver had been at it: with its mark, AspectJ would
   * refuse the class, or weave it again from what it was before.
   */
  public static byte[] withoutWeaverState(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    WithoutWeaverState seeker = new WithoutWeaverState(null);
    reader.accept(seeker, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    if (!seeker.found) {
      return classFile;
    }
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new WithoutWeaverState(writer), 0);
    return writer.toByteArray();
  }

  /**
   * Returns a class file with erased methods. The generic parameters that javac notes of the
   * constructors of enums and inner classes are fewer than those that the JVM sees, and AspectJ
   * would count the former.
   */
  public static byte[] erased(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
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
            return super.visitMethod(access, name, descriptor, null, exceptions);
          }
        },
        0);
    return writer.toByteArray();
  }

  /** Passes a class on but for the mark of an AspectJ weaver. */
  private static final class WithoutWeaverState extends ClassVisitor {

    private boolean found;

    WithoutWeaverState(@Nullable ClassWriter writer) {
      super(Opcodes.ASM9, writer);
    }

    @Override
    public void visitAttribute(Attribute attribute) {
      if (attribute.type.equals(WEAVER_STATE)) {
        found = true;
      } else {
        super.visitAttribute(attribute);
      }
    }
  }

  /** An aspect without AspectJ's attributes. */
  private static final class PlainAspect extends ClassVisitor {

    PlainAspect(ClassWriter writer) {
      super(Opcodes.ASM9, writer);
    }

    @Override
    public void visitAttribute(Attribute attribute) {
      if (!attribute.type.startsWith(ASPECTJ_ATTRIBUTES)) {
        super.visitAttribute(attribute);
      }
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String[] exceptions) {
      // A visitor in between, since ASM copies a method that goes straight to the writer as it is.
      return new MethodVisitor(
          Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
        @Override
        public void visitAttribute(Attribute attribute) {
          if (!attribute.type.startsWith(ASPECTJ_ATTRIBUTES)) {
            super.visitAttribute(attribute);
          }
        }
      };
    }
  }

  private static final class HierarchyWriter extends ClassWriter {

    private final TypeHierarchy hierarchy;

    HierarchyWriter(ClassReader reader, TypeHierarchy hierarchy) {
      // The constant pool is kept, so that attributes nobody here knows stay right.
      super(reader, COMPUTE_FRAMES);
      this.hierarchy = hierarchy;
      // ASM's limits are against hostile classes; a method of a few nested finally blocks meets
      // them.
      setComputeLimits(Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    @Override
    protected String getCommonSuperClass(String first, String second) {
      return hierarchy.commonSuperClass(first, second);
    }
  }
}
