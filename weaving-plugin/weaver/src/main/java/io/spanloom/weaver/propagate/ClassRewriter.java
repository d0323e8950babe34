package io.spanloom.weaver.propagate;

import io.spanloom.weaver.CallPosition;
import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.WeaverCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.objectweb.asm.tree.MethodNode;

/** Changes the calls of a class. Methods without such calls are copied byte by byte. */
final class ClassRewriter {

  private static final String THREAD = "java/lang/Thread";

  private final ClassReader reader;
  private final ClassNode type;
  private final TaskCallTable table;
  private final Map<String, MethodNode> changedMethods = new HashMap<>();
  private final List<Problem> warnings = new ArrayList<>();
  private int found;
  private int changed;

  /** Creates a rewriter for the bytes of a class. */
  ClassRewriter(byte[] classFile, TaskCallTable table) {
    this.reader = new ClassReader(classFile);
    this.type = new CodeOnlyNode();
    reader.accept(type, 0);
    this.table = table;
  }

  /**
   * Changes the calls.
   *
   * @return the new bytes, or null if there is nothing to change
   * @throws WeaveException if the class would exceed a size limit
   */
  byte @Nullable [] rewrite() throws WeaveException {
    MethodReferences references = new MethodReferences(type, table);
    for (MethodNode method : type.methods) {
      List<UnsupportedCall> unsupported = new ArrayList<>();
      int changedReferences = references.rewrite(method, unsupported);
      unsupported.forEach(call -> warn(method, call));
      if (changeCalls(method) + changedReferences > 0) {
        changedMethods.put(method.name + method.desc, method);
      }
    }
    for (MethodNode method : references.added()) {
      changeCalls(method);
    }
    return changed == 0 ? null : write(references.added());
  }

  private int changeCalls(MethodNode method) {
    MethodRewriter calls =
        new MethodRewriter(
            method, table, method.name.equals("<init>") && THREAD.equals(type.superName));
    calls.rewrite();
    found += calls.found();
    changed += calls.changed();
    calls.unsupported().forEach(call -> warn(method, call));
    return calls.changed();
  }

  private void warn(MethodNode method, UnsupportedCall call) {
    CallPosition position = CallPositions.of(call.instruction());
    String className = type.name.replace('/', '.');
    warnings.add(
        new Problem(
            WeaverCode.CONTEXT_NOT_CARRIED,
            "The call of "
                + call.target()
                + " in "
                + className
                + (position == null ? "" : ", line " + position.line() + ",")
                + " does not carry the current context to the other thread, because "
                + call.explanation()
                + ".",
            className,
            method.name + method.desc,
            position));
  }

  /** Returns the number of calls that carry the context, including those changed before. */
  int found() {
    return found;
  }

  /** Returns the number of calls that were changed. */
  int changed() {
    return changed;
  }

  /** Returns a warning for each call that cannot carry the context. */
  List<Problem> warnings() {
    return warnings;
  }

  private byte[] write(List<MethodNode> added) throws WeaveException {
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    try {
      reader.accept(new ChangedMethods(writer, added), 0);
      return writer.toByteArray();
    } catch (MethodTooLargeException | ClassTooLargeException large) {
      throw new WeaveException(
          new Problem(
              WeaverCode.TOO_LARGE,
              "Class "
                  + type.name.replace('/', '.')
                  + " is too large to propagate the context: "
                  + large.getMessage()
                  + ", so nothing was woven; exempt it with @PropagateContext(false), or split it.",
              type.name.replace('/', '.'),
              null));
    }
  }

  /** Copies the class with its changed and added methods. */
  private final class ChangedMethods extends ClassVisitor {

    private final List<MethodNode> added;

    ChangedMethods(ClassWriter writer, List<MethodNode> added) {
      super(Opcodes.ASM9, writer);
      this.added = added;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodNode method = changedMethods.get(name + descriptor);
      if (method == null) {
        return super.visitMethod(access, name, descriptor, signature, exceptions);
      }
      method.accept(cv);
      return null;
    }

    @Override
    public void visitEnd() {
      added.forEach(method -> method.accept(cv));
      super.visitEnd();
    }
  }

  /** A class without unknown attributes of code, which may refer to instructions that move. */
  private static final class CodeOnlyNode extends ClassNode {

    CodeOnlyNode() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor node = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new MethodVisitor(Opcodes.ASM9, node) {
        private boolean inCode;

        @Override
        public void visitCode() {
          inCode = true;
          super.visitCode();
        }

        @Override
        public void visitAttribute(Attribute attribute) {
          if (!inCode) {
            super.visitAttribute(attribute);
          }
        }
      };
    }
  }
}
