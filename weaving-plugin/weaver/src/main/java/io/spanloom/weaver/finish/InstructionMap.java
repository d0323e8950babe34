package io.spanloom.weaver.finish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Finds the instructions that javac wrote for a method in its woven code. AspectJ leaves them in
 * their order: it puts the advice for the start in front (in a constructor, after the call of
 * {@code super}), replaces each return by a jump, and appends the rest.
 */
final class InstructionMap {

  private final InsnList code;
  private final int firstNewVariable;
  private final Map<AbstractInsnNode, AbstractInsnNode> wovenOf = new HashMap<>();
  private final Map<AbstractInsnNode, LabelNode> labels = new HashMap<>();
  private final LabelNode start = new LabelNode();
  private final LabelNode end = new LabelNode();

  private InstructionMap(MethodNode before, MethodNode woven) {
    this.code = woven.instructions;
    this.firstNewVariable = before.maxLocals;
  }

  /** Returns the map, or null if the woven code is not of this form. */
  static @Nullable InstructionMap of(MethodNode before, MethodNode woven, String aspect) {
    InstructionMap map = new InstructionMap(before, woven);
    return map.align(instructions(before.instructions), aspect) ? map : null;
  }

  private boolean align(List<AbstractInsnNode> body, String aspect) {
    List<AbstractInsnNode> all = instructions(code);
    int call = callOf(aspect, all);
    int advice = startOfAdvice(all, call, aspect);
    int at = 0;
    for (AbstractInsnNode instruction : body) {
      if (at == advice) {
        at = call + 1;
      }
      if (at >= all.size() || !standsFor(instruction, all.get(at))) {
        return false;
      }
      wovenOf.put(instruction, all.get(at));
      at += isReturn(instruction) && isNewVariable(all.get(at)) ? 2 : 1;
    }
    if (at == 0 || at > all.size()) {
      return false;
    }
    // What is there from the start, a parameter, is there in the advice for the start too.
    labels.put(wovenOf.getOrDefault(body.get(0), all.get(0)), start);
    code.insertBefore(all.get(0), start);
    code.insert(all.get(at - 1), end);
    return true;
  }

  private static List<AbstractInsnNode> instructions(InsnList code) {
    List<AbstractInsnNode> result = new ArrayList<>();
    for (AbstractInsnNode node : code) {
      if (node.getOpcode() >= 0) {
        result.add(node);
      }
    }
    return result;
  }

  /** The first call of the aspect, which is that of the advice for the start. */
  private static int callOf(String aspect, List<AbstractInsnNode> instructions) {
    int at = 0;
    while (at < instructions.size()
        && !isCall(Opcodes.INVOKEVIRTUAL, aspect, instructions.get(at))) {
      at++;
    }
    return at;
  }

  /** Goes back over the advice's arguments, the aspect's instance, and copies of parameters. */
  private int startOfAdvice(List<AbstractInsnNode> instructions, int call, String aspect) {
    int at = call - 1;
    while (at > 0 && !isCall(Opcodes.INVOKESTATIC, aspect, instructions.get(at))) {
      at--;
    }
    while (at >= 2 && isNewVariable(instructions.get(at - 1))) {
      at -= 2;
    }
    return at;
  }

  private static boolean isCall(int opcode, String owner, AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && call.getOpcode() == opcode
        && call.owner.equals(owner);
  }

  /** Whether an instruction stores into a variable that javac's code does not have. */
  private boolean isNewVariable(AbstractInsnNode instruction) {
    return instruction instanceof VarInsnNode variable
        && variable.var >= firstNewVariable
        && variable.getOpcode() >= Opcodes.ISTORE
        && variable.getOpcode() <= Opcodes.ASTORE;
  }

  /**
   * Whether a woven instruction may be one of javac's; of switches, AspectJ may change the kind.
   */
  private static boolean standsFor(AbstractInsnNode instruction, AbstractInsnNode woven) {
    return isReturn(instruction)
        || instruction.getOpcode() == woven.getOpcode()
        || (isSwitch(instruction) && isSwitch(woven));
  }

  private static boolean isReturn(AbstractInsnNode instruction) {
    return instruction.getOpcode() >= Opcodes.IRETURN && instruction.getOpcode() <= Opcodes.RETURN;
  }

  private static boolean isSwitch(AbstractInsnNode instruction) {
    return instruction.getOpcode() == Opcodes.LOOKUPSWITCH
        || instruction.getOpcode() == Opcodes.TABLESWITCH;
  }

  /** The instruction of the woven code that is, or stands for, one of javac's. */
  AbstractInsnNode instruction(AbstractInsnNode of) {
    return wovenOf.getOrDefault(of, of);
  }

  /** The place in the woven code of one in javac's. */
  LabelNode label(LabelNode of) {
    AbstractInsnNode next = of;
    while (next != null && next.getOpcode() < 0) {
      next = next.getNext();
    }
    return next == null ? end : labels.computeIfAbsent(instruction(next), this::before);
  }

  private LabelNode before(AbstractInsnNode instruction) {
    LabelNode label = new LabelNode();
    code.insertBefore(instruction, label);
    return label;
  }
}
