package io.spanloom.weaver.finish;

import io.spanloom.weaver.plan.DirectCall;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Replaces AspectJ's calls of advice on the aspect's instance by calls of a site's method or of
 * static advice, which need fewer variables.
 *
 * @param aspect the internal name of the aspect
 * @param directCalls the calls that replace advice, by the advice's name and descriptor
 */
record AdviceCalls(String aspect, Map<String, DirectCall> directCalls) {

  /** Replaces the calls in the code of a method. */
  void replaceIn(InsnList code) {
    Map<AbstractInsnNode, MethodInsnNode> replacements = new LinkedHashMap<>();
    for (AbstractInsnNode instruction : code) {
      MethodInsnNode advice =
          isCall(instruction, Opcodes.INVOKESTATIC) ? nextAdvice(instruction) : null;
      if (advice != null) {
        replacements.put(instruction, advice);
      }
    }
    replacements.forEach(
        (instance, advice) -> {
          AdviceVariables.remove(code, instance, advice);
          replace(code, instance, advice);
        });
  }

  /** Returns the call of advice for which an instance of the aspect is loaded. */
  private @Nullable MethodInsnNode nextAdvice(AbstractInsnNode instance) {
    AbstractInsnNode next = instance.getNext();
    while (next != null && !isCall(next, Opcodes.INVOKEVIRTUAL)) {
      next = next.getNext();
    }
    return (MethodInsnNode) next;
  }

  private void replace(InsnList code, AbstractInsnNode instance, MethodInsnNode advice) {
    DirectCall direct = directCalls.get(advice.name + advice.desc);
    if (direct == null) {
      code.remove(instance);
      advice.setOpcode(Opcodes.INVOKESTATIC);
    } else {
      code.set(instance, direct.site().clone(Map.of()));
      code.set(advice, direct.method().clone(Map.of()));
    }
  }

  private boolean isCall(AbstractInsnNode instruction, int opcode) {
    return instruction instanceof MethodInsnNode call
        && call.getOpcode() == opcode
        && call.owner.equals(aspect);
  }
}
