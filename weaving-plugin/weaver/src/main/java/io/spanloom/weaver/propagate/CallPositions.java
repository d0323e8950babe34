package io.spanloom.weaver.propagate;

import io.spanloom.weaver.CallPosition;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Finds the source lines of calls and method references. */
final class CallPositions {

  private CallPositions() {}

  /** Returns the position of an instruction, or null without line numbers. */
  static @Nullable CallPosition of(AbstractInsnNode instruction) {
    AbstractInsnNode node = instruction;
    while (node != null && !(node instanceof LineNumberNode)) {
      node = node.getPrevious();
    }
    return node instanceof LineNumberNode number
        ? new CallPosition(number.line, name(instruction))
        : null;
  }

  private static String name(AbstractInsnNode instruction) {
    if (instruction instanceof MethodInsnNode call) {
      return call.name;
    }
    return instruction instanceof InvokeDynamicInsnNode dynamic
            && dynamic.bsmArgs[1] instanceof Handle target
        ? target.getName()
        : "";
  }
}
