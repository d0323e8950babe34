package io.spanloom.weaver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A woven method, as a debugger and a stack trace are to see it: AspectJ drops the generic types of
 * local variables, and makes up lines and names where javac was told to write none.
 */
final class MethodRestorer extends MethodNode {

  private final @Nullable MethodNode before;
  private final MethodVisitor writer;

  /**
   * Makes a method that goes to a writer once it is complete.
   *
   * @param before the method as javac wrote it, or null if AspectJ made it
   */
  MethodRestorer(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String[] exceptions,
      @Nullable MethodNode before,
      MethodVisitor writer) {
    super(Opcodes.ASM9, access, name, descriptor, signature, exceptions);
    this.before = before;
    this.writer = writer;
  }

  @Override
  public void visitEnd() {
    if (attrs != null) {
      attrs.removeIf(FrameWriter::isOfAspectj);
    }
    if (before == null || !hasLines(before)) {
      removeLines();
    }
    if (before == null || before.localVariables == null || before.localVariables.isEmpty()) {
      localVariables = null;
    } else if (localVariables != null) {
      restoreGenericTypes(before);
    }
    accept(writer);
  }

  private static boolean hasLines(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof LineNumberNode) {
        return true;
      }
    }
    return false;
  }

  private void removeLines() {
    for (AbstractInsnNode instruction : instructions) {
      if (instruction instanceof LineNumberNode) {
        instructions.remove(instruction);
      }
    }
  }

  /** Blocks may each have a variable of one name and place; they come in the same order again. */
  private void restoreGenericTypes(MethodNode original) {
    Map<String, List<LocalVariableNode>> known = byNameAndPlace(original);
    byNameAndPlace(this)
        .forEach(
            (key, variables) -> {
              List<LocalVariableNode> sources = known.getOrDefault(key, List.of());
              for (int i = 0; i < Math.min(variables.size(), sources.size()); i++) {
                variables.get(i).signature = sources.get(i).signature;
              }
            });
  }

  private static Map<String, List<LocalVariableNode>> byNameAndPlace(MethodNode method) {
    InsnList code = method.instructions;
    List<LocalVariableNode> inOrder = new ArrayList<>(method.localVariables);
    inOrder.sort((first, second) -> code.indexOf(first.start) - code.indexOf(second.start));
    Map<String, List<LocalVariableNode>> result = new HashMap<>();
    for (LocalVariableNode variable : inOrder) {
      String key = variable.index + " " + variable.name + " " + variable.desc;
      result.computeIfAbsent(key, unseen -> new ArrayList<>()).add(variable);
    }
    return result;
  }
}
