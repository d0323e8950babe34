package io.spanloom.weaver.finish;

import io.spanloom.weaver.plan.Instructions;
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
 * Maps javac's instructions of a method to its woven code. AspectJ keeps their order: it inserts
 * the before advice at the start (in a constructor, after the call to {@code super}), replaces each
 * return by a jump, and appends the rest.
 */
final class InstructionMap {

  private final InsnList code;
  private final int firstNewVariable;
  private final Map<AbstractInsnNode, AbstractInsnNode> wovenInstructions = new HashMap<>();
  private final Map<AbstractInsnNode, LabelNode> labels = new HashMap<>();
  private final LabelNode start = new LabelNode();
  private final LabelNode end = new LabelNode();

  private InstructionMap(MethodNode original, MethodNode woven) {
    this.code = woven.instructions;
    this.firstNewVariable = original.maxLocals;
  }

  /**
   * Returns the map, or null if the woven code does not have this structure.
   *
   * @param aspect the internal name of the aspect
   */
  static @Nullable InstructionMap of(MethodNode original, MethodNode woven, String aspect) {
    InstructionMap map = new InstructionMap(original, woven);
    return map.align(Instructions.of(original.instructions), aspect) ? map : null;
  }

  private boolean align(List<AbstractInsnNode> body, String aspect) {
    List<AbstractInsnNode> all = Instructions.of(code);
    int adviceCall = indexOfFirstCall(aspect, all);
    int adviceStart = indexOfAdviceStart(all, adviceCall, aspect);
    int index = 0;
    for (AbstractInsnNode instruction : body) {
      if (index == adviceStart) {
        index = adviceCall + 1;
      }
      if (index >= all.size() || !matches(instruction, all.get(index))) {
        return false;
      }
      wovenInstructions.put(instruction, all.get(index));
      index += isReturn(instruction) && storesNewVariable(all.get(index)) ? 2 : 1;
    }
    if (index == 0 || index > all.size()) {
      return false;
    }
    // Parameters, whose scope begins with the method, are in scope in the before advice, too.
    labels.put(wovenInstructions.getOrDefault(body.get(0), all.get(0)), start);
    code.insertBefore(all.get(0), start);
    code.insert(all.get(index - 1), end);
    return true;
  }

  /** Returns the index of the first call to the aspect, which calls the before advice. */
  private static int indexOfFirstCall(String aspect, List<AbstractInsnNode> instructions) {
    int index = 0;
    while (index < instructions.size()
        && !isCall(Opcodes.INVOKEVIRTUAL, aspect, instructions.get(index))) {
      index++;
    }
    return index;
  }

  /**
   * Returns the index where the code of the before advice starts: before the advice's arguments,
   * the aspect's instance and copies of parameters.
   */
  private int indexOfAdviceStart(List<AbstractInsnNode> instructions, int call, String aspect) {
    int index = call - 1;
    while (index > 0 && !isCall(Opcodes.INVOKESTATIC, aspect, instructions.get(index))) {
      index--;
    }
    while (index >= 2 && storesNewVariable(instructions.get(index - 1))) {
      index -= 2;
    }
    return index;
  }

  private static boolean isCall(int opcode, String owner, AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && call.getOpcode() == opcode
        && call.owner.equals(owner);
  }

  /** Returns whether an instruction stores into a variable that javac's code does not have. */
  private boolean storesNewVariable(AbstractInsnNode instruction) {
    return instruction instanceof VarInsnNode variable
        && variable.var >= firstNewVariable
        && variable.getOpcode() >= Opcodes.ISTORE
        && variable.getOpcode() <= Opcodes.ASTORE;
  }

  /**
   * Returns whether a woven instruction can correspond to one of javac's. AspectJ may change the
   * kind of a switch.
   */
  private static boolean matches(AbstractInsnNode instruction, AbstractInsnNode woven) {
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

  /** Returns the woven instruction that corresponds to one of javac's. */
  AbstractInsnNode instruction(AbstractInsnNode original) {
    return wovenInstructions.getOrDefault(original, original);
  }

  /** Returns the label in the woven code that corresponds to one of javac's. */
  LabelNode label(LabelNode original) {
    AbstractInsnNode next = Instructions.next(original);
    return next == null ? end : labels.computeIfAbsent(instruction(next), this::labelBefore);
  }

  private LabelNode labelBefore(AbstractInsnNode instruction) {
    LabelNode label = new LabelNode();
    code.insertBefore(instruction, label);
    return label;
  }
}
