package io.spanloom.weaver.finish;

import io.spanloom.weaver.plan.AspectAnnotations;
import io.spanloom.weaver.plan.DirectCall;
import io.spanloom.weaver.plan.Instructions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Replaces AspectJ's calls of advice on the aspect's instance by calls of a site's method or of
 * static advice, which need fewer variables. The value of advice that returns one becomes the
 * result of the woven method or, before the body, the argument that the advice's last parameter
 * binds.
 *
 * @param aspect the internal name of the aspect
 * @param directCalls the calls that replace advice, by the advice's name and descriptor
 * @param resultAdvice the descriptors of advice that returns a value, by its name and the
 *     descriptor under which AspectJ calls it
 * @param argumentAdvice those of {@code resultAdvice} that run before the body
 */
record AdviceCalls(
    String aspect,
    Map<String, DirectCall> directCalls,
    Map<String, String> resultAdvice,
    Set<String> argumentAdvice) {

  static AdviceCalls of(ClassNode aspect) {
    Map<String, String> resultAdvice = new HashMap<>();
    Set<String> argumentAdvice = new HashSet<>();
    for (MethodNode method : aspect.methods) {
      if (AspectAnnotations.isAdvice(method)) {
        String known = AspectAnnotations.voidDescriptor(method.desc);
        if (!known.equals(method.desc)) {
          resultAdvice.put(method.name + known, method.desc);
          if (AspectAnnotations.isBefore(method)) {
            argumentAdvice.add(method.name + known);
          }
        }
      }
    }
    return new AdviceCalls(aspect.name, DirectCall.of(aspect), resultAdvice, argumentAdvice);
  }

  /** Replaces the calls in the code of a method. */
  void replaceIn(MethodNode method) {
    InsnList code = method.instructions;
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
          replace(method, instance, advice);
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

  private void replace(MethodNode method, AbstractInsnNode instance, MethodInsnNode advice) {
    InsnList code = method.instructions;
    DirectCall direct = directCalls.get(advice.name + advice.desc);
    String withResult = resultAdvice.get(advice.name + advice.desc);
    if (withResult != null) {
      boolean before = argumentAdvice.contains(advice.name + advice.desc);
      code.insert(advice, before ? storeOfArgument(method, advice) : storeOfResult(advice));
      code.remove(instance);
      advice.setOpcode(Opcodes.INVOKESTATIC);
      advice.desc = withResult;
    } else if (direct == null) {
      code.remove(instance);
      advice.setOpcode(Opcodes.INVOKESTATIC);
    } else {
      code.set(instance, direct.site().clone(Map.of()));
      code.set(advice, direct.method().clone(Map.of()));
    }
  }

  /**
   * Stores the value of advice in the variable from which AspectJ loads the method's result after
   * it. In a method that never returns, the advice is unreachable and nothing loads its value.
   */
  private static AbstractInsnNode storeOfResult(MethodInsnNode advice) {
    AbstractInsnNode next = Instructions.next(advice);
    if (next instanceof VarInsnNode load && load.getOpcode() == Opcodes.ALOAD) {
      return new VarInsnNode(Opcodes.ASTORE, load.var);
    }
    if (next == null || next.getOpcode() == Opcodes.NOP) {
      return new InsnNode(Opcodes.POP);
    }
    throw new IllegalStateException("no result after " + advice.name);
  }

  /** Stores the value of advice in the variable of the parameter that it receives last. */
  private static AbstractInsnNode storeOfArgument(MethodNode method, MethodInsnNode advice) {
    AbstractInsnNode last = advice.getPrevious();
    while (last != null && last.getOpcode() < 0) {
      last = last.getPrevious();
    }
    if (last instanceof VarInsnNode load
        && load.getOpcode() == Opcodes.ALOAD
        && isParameter(method, load.var)) {
      return new VarInsnNode(Opcodes.ASTORE, load.var);
    }
    throw new IllegalStateException("no argument for " + advice.name);
  }

  private static boolean isParameter(MethodNode method, int variable) {
    boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
    int size = Type.getArgumentsAndReturnSizes(method.desc) >> 2; // includes an instance
    return variable < (isStatic ? size - 1 : size) && (isStatic || variable > 0);
  }

  private boolean isCall(AbstractInsnNode instruction, int opcode) {
    return instruction instanceof MethodInsnNode call
        && call.getOpcode() == opcode
        && call.owner.equals(aspect);
  }
}
