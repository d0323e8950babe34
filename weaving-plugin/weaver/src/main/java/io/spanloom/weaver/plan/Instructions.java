package io.spanloom.weaver.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;

/** The instructions of code, without labels, line numbers and stack map frames. */
public final class Instructions {

  private Instructions() {}

  /**
   * Returns all instructions.
   *
   * @param code the code of a method
   * @return the instructions, in order
   */
  public static List<AbstractInsnNode> of(InsnList code) {
    List<AbstractInsnNode> result = new ArrayList<>();
    for (AbstractInsnNode node : code) {
      if (isInstruction(node)) {
        result.add(node);
      }
    }
    return result;
  }

  /**
   * Returns the next instruction.
   *
   * @param node a node of the code
   * @return the instruction after the node, or null at the end of the code
   */
  public static @Nullable AbstractInsnNode next(AbstractInsnNode node) {
    AbstractInsnNode result = node.getNext();
    while (result != null && !isInstruction(result)) {
      result = result.getNext();
    }
    return result;
  }

  /**
   * Returns the previous instruction.
   *
   * @param node a node of the code
   * @return the instruction before the node, or null at the start of the code
   */
  public static @Nullable AbstractInsnNode previous(AbstractInsnNode node) {
    AbstractInsnNode result = node.getPrevious();
    while (result != null && !isInstruction(result)) {
      result = result.getPrevious();
    }
    return result;
  }

  private static boolean isInstruction(AbstractInsnNode node) {
    return node.getOpcode() >= 0;
  }
}
