package io.spanloom.weaver.finish;

import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.WeaverCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * Writes woven classes with stack map frames and without AspectJ's attributes, which would prevent
 * another weaver from processing them.
 */
public final class StackMapWriter {

  private static final String WEAVER_STATE = "org.aspectj.weaver.WeaverState";

  private StackMapWriter() {}

  /**
   * Writes a woven class.
   *
   * @param original the class as javac wrote it; all but the code of woven methods is kept
   * @param woven the class as woven by AspectJ
   * @param advised name and descriptor of the methods that call the aspect
   * @param adviceCalls the calls to replace in the woven code
   */
  static byte[] writeTarget(
      String name,
      byte[] original,
      ClassNode woven,
      Set<String> advised,
      AdviceCalls adviceCalls,
      TypeHierarchy hierarchy)
      throws WeaveException {
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new HierarchyWriter(reader, hierarchy);
    BodyReplacer bodies = new BodyReplacer(woven, advised, adviceCalls, writer);
    byte[] result = write(name, reader, bodies, writer);
    if (!bodies.addedMembers().isEmpty()) {
      throw new WeaveException(
          WeaverCode.NOT_WOVEN,
          "Weaving would add "
              + String.join(", ", bodies.addedMembers())
              + " to class "
              + name
              + ", so nothing was woven. This is a bug in Spanloom. Please report it with the class.");
    }
    return result;
  }

  private static byte[] write(
      String name, ClassReader reader, ClassVisitor visitor, ClassWriter writer)
      throws WeaveException {
    try {
      reader.accept(visitor, 0);
      return writer.toByteArray();
    } catch (UnreadableTypeException fault) {
      throw fault.toWeaveException(name);
    } catch (MethodTooLargeException large) {
      throw SizeLimits.methodTooLarge(large.getMethodName() + large.getDescriptor(), name);
    } catch (ClassTooLargeException large) {
      throw SizeLimits.tooManyConstants(name);
    }
  }

  /**
   * Removes the state that another AspectJ weaver left in a class file. With it, AspectJ would
   * reject the class or discard the other weaver's work.
   */
  public static byte[] removeWeaverState(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    WeaverStateRemover finder = new WeaverStateRemover(null);
    reader.accept(finder, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    if (!finder.found) {
      return classFile;
    }
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new WeaverStateRemover(writer), 0);
    return writer.toByteArray();
  }

  /** Copies a class without the state of an AspectJ weaver. */
  private static final class WeaverStateRemover extends ClassVisitor {

    private boolean found;

    WeaverStateRemover(@Nullable ClassWriter writer) {
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

  private static final class HierarchyWriter extends ClassWriter {

    private final TypeHierarchy hierarchy;

    HierarchyWriter(ClassReader reader, TypeHierarchy hierarchy) {
      // Keeps the constant pool, so that unknown attributes stay valid.
      super(reader, COMPUTE_FRAMES);
      this.hierarchy = hierarchy;
      // ASM limits the effort to guard against hostile classes, but a few nested finally blocks
      // exceed the limits.
      setComputeLimits(Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    @Override
    protected String getCommonSuperClass(String first, String second) {
      return hierarchy.commonSuperclass(first, second);
    }
  }
}
