package io.spanloom.weaver;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.util.Printer;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TextifierSupport;
import org.objectweb.asm.util.TraceClassVisitor;

/** Formats class files completely as text, for comparison. */
final class ClassText {

  private ClassText() {}

  /** Returns a class without the code of some methods, given by name and descriptor. */
  static String withoutCodeOf(Set<String> methods, byte[] classFile) {
    StringWriter text = new StringWriter();
    ClassVisitor printer = new TraceClassVisitor(null, new Textifier(), new PrintWriter(text));
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9, printer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String generic, String[] thrown) {
                MethodVisitor next = super.visitMethod(access, name, descriptor, generic, thrown);
                return methods.contains(name + descriptor)
                    ? new CodeSkipper(access, name, descriptor, next)
                    : next;
              }
            },
            new Attribute[] {new Note("")},
            0);
    return text.toString();
  }

  /** Returns method, location and value of each type annotation in code. */
  static List<String> typeAnnotationsInCode(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, 0);
    List<String> result = new ArrayList<>();
    for (MethodNode method : type.methods) {
      for (AbstractInsnNode node : method.instructions) {
        if (node.getOpcode() >= 0) {
          add(
              method.name + " " + Printer.OPCODES[node.getOpcode()],
              node.visibleTypeAnnotations,
              result);
        }
      }
      add(method.name + " variable", method.visibleLocalVariableAnnotations, result);
      for (TryCatchBlockNode block : method.tryCatchBlocks) {
        add(method.name + " catch " + block.type, block.visibleTypeAnnotations, result);
      }
    }
    return result;
  }

  private static void add(
      String place, List<? extends AnnotationNode> annotations, List<String> result) {
    if (annotations != null) {
      annotations.forEach(each -> result.add(place + " " + each.values.get(1)));
    }
  }

  /** Copies a method without its code. */
  private static final class CodeSkipper extends MethodNode {

    private final MethodVisitor next;

    CodeSkipper(int access, String name, String descriptor, MethodVisitor next) {
      super(Opcodes.ASM9, access, name, descriptor, null, null);
      this.next = next;
    }

    @Override
    public void visitEnd() {
      instructions.clear();
      tryCatchBlocks.clear();
      localVariables = null;
      visibleLocalVariableAnnotations = null;
      invisibleLocalVariableAnnotations = null;
      accept(next);
    }
  }

  /** A non-standard attribute that refers to the constant pool. */
  static final class Note extends Attribute implements TextifierSupport {

    private final String text;

    Note(String text) {
      super("org.example.Note");
      this.text = text;
    }

    @Override
    protected Attribute read(
        ClassReader reader, int offset, int length, char[] buffer, int code, Label[] labels) {
      return new Note(reader.readUTF8(offset, buffer));
    }

    @Override
    protected ByteVector write(ClassWriter writer, byte[] code, int length, int stack, int locals) {
      return new ByteVector().putShort(writer.newUTF8(text));
    }

    @Override
    public void textify(StringBuilder output, Map<Label, String> labels) {
      output.append(text).append('\n');
    }
  }
}
