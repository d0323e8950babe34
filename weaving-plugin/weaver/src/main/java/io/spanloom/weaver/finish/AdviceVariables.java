package io.spanloom.weaver.finish;

import io.spanloom.weaver.plan.Instructions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Removes variables that AspectJ adds to a method for a call of advice: copies of the parameters,
 * and the exception. They would be part of the method's stack map frames.
 */
final class AdviceVariables {

  private AdviceVariables() {}

  /**
   * Removes the variables for one call.
   *
   * @param code the code of the method
   * @param instance the call that loads the aspect's instance
   * @param advice the call of advice
   */
  static void remove(InsnList code, AbstractInsnNode instance, AbstractInsnNode advice) {
    removeCopies(code, instance, advice);
    keepExceptionOnStack(code, instance, advice);
  }

  /** Passes parameters from their own variables; AspectJ copies them just before the call. */
  private static void removeCopies(
      InsnList code, AbstractInsnNode instance, AbstractInsnNode advice) {
    AbstractInsnNode last = Instructions.previous(instance);
    while (last instanceof VarInsnNode store
        && Instructions.previous(store) instanceof VarInsnNode load
        && isCopy(load, store)) {
      last = Instructions.previous(load);
      List<VarInsnNode> loads = onlyLoads(code, store);
      if (loads.size() == 1 && isBetween(instance, loads.get(0), advice)) {
        loads.get(0).var = load.var;
        code.remove(load);
        code.remove(store);
      }
    }
  }

  /** Duplicates the exception instead of storing it before the call and throwing it afterwards. */
  private static void keepExceptionOnStack(
      InsnList code, AbstractInsnNode instance, AbstractInsnNode advice) {
    if (Instructions.previous(instance) instanceof VarInsnNode store
        && store.getOpcode() == Opcodes.ASTORE) {
      List<VarInsnNode> loads = onlyLoads(code, store);
      if (loads.size() == 2
          && Instructions.next(instance) == loads.get(0)
          && Instructions.next(loads.get(0)) == advice
          && Instructions.next(advice) == loads.get(1)
          && isThrow(Instructions.next(loads.get(1)))) {
        code.set(store, new InsnNode(Opcodes.DUP));
        code.set(loads.get(0), new InsnNode(Opcodes.SWAP));
        code.remove(loads.get(1));
      }
    }
  }

  private static boolean isThrow(@Nullable AbstractInsnNode instruction) {
    return instruction != null && instruction.getOpcode() == Opcodes.ATHROW;
  }

  /** Returns whether two instructions copy a variable to another one. */
  private static boolean isCopy(VarInsnNode load, VarInsnNode store) {
    return load.getOpcode() >= Opcodes.ILOAD
        && load.getOpcode() <= Opcodes.ALOAD
        && store.getOpcode() - Opcodes.ISTORE == load.getOpcode() - Opcodes.ILOAD;
  }

  /** Returns the loads of a variable, or an empty list if another instruction changes it. */
  private static List<VarInsnNode> onlyLoads(InsnList code, VarInsnNode store) {
    List<VarInsnNode> result = new ArrayList<>();
    for (AbstractInsnNode instruction : code) {
      if (instruction instanceof IincInsnNode increment && increment.var == store.var) {
        return List.of();
      }
      if (instruction instanceof VarInsnNode use && use.var == store.var && use != store) {
        if (use.getOpcode() > Opcodes.ALOAD) {
          return List.of();
        }
        result.add(use);
      }
    }
    return result;
  }

  private static boolean isBetween(
      AbstractInsnNode start, AbstractInsnNode instruction, AbstractInsnNode end) {
    AbstractInsnNode each = start;
    while (each != end && each != instruction) {
      each = each.getNext();
    }
    return each == instruction;
  }
}
