package io.spanloom.weaver.propagate;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Turns method references such as {@code executor::execute} into what javac generates for the
 * lambda expression {@code task -> executor.execute(task)}, so that the call is in a method that
 * can be changed.
 */
final class MethodReferences {

  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

  /** The method that javac generates for serializable references, with a copy of each. */
  private static final String DESERIALIZATION = "$deserializeLambda$";

  private static final String NAME = "lambda$spanloom$";

  // The indexes of the target, the type of the implemented method and the flags among the
  // arguments of the bootstrap method.
  private static final int TARGET = 1;
  private static final int INSTANTIATED = 2;
  private static final int FLAGS = 3;
  private static final int SERIALIZABLE = 1;

  private final ClassNode type;
  private final TaskCallTable table;
  private final List<MethodNode> added = new ArrayList<>();
  private int number;

  MethodReferences(ClassNode type, TaskCallTable table) {
    this.type = type;
    this.table = table;
    this.number =
        (int) type.methods.stream().filter(method -> method.name.startsWith(NAME)).count();
  }

  /**
   * Changes the references in a method that hand over a task.
   *
   * @param unsupported receives those that cannot be changed
   * @return the number of changed references
   */
  int rewrite(MethodNode method, List<UnsupportedCall> unsupported) {
    int changed = 0;
    if (method.name.equals(DESERIALIZATION)) {
      return changed;
    }
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof InvokeDynamicInsnNode dynamic
          && dynamic.bsm.getOwner().equals(LAMBDAS)
          && dynamic.bsmArgs[TARGET] instanceof Handle target) {
        TaskCall call =
            table.find(opcode(target), target.getOwner(), target.getName(), target.getDesc());
        if (call == null || call.kind() == TaskCall.Kind.WRAP_IF_STARTED) {
          continue;
        }
        if (call.kind() == TaskCall.Kind.START) {
          unsupported.add(unsupported(dynamic, target, TaskCallTable.threadBuiltElsewhere()));
        } else if (call.explanation() != null) {
          unsupported.add(unsupported(dynamic, target, call.explanation()));
        } else if (isSerializable(dynamic)) {
          unsupported.add(unsupported(dynamic, target, TaskCallTable.serializableReference()));
        } else {
          dynamic.bsmArgs[TARGET] = lambda(target, dynamic);
          changed++;
        }
      }
    }
    return changed;
  }

  private static UnsupportedCall unsupported(
      InvokeDynamicInsnNode reference, Handle target, String explanation) {
    return new UnsupportedCall(reference, target.getOwner(), target.getName(), explanation);
  }

  /** Returns the methods that the class needs in addition. */
  List<MethodNode> added() {
    return added;
  }

  private static int opcode(Handle target) {
    return switch (target.getTag()) {
      case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
      case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      default -> Opcodes.NOP;
    };
  }

  /**
   * Returns the type of the receiver, which may be a subtype of the target's owner: that of the
   * captured object, or of the first parameter.
   */
  private static Type receiver(InvokeDynamicInsnNode reference) {
    Type[] captured = Type.getArgumentTypes(reference.desc);
    return captured.length > 0
        ? captured[0]
        : ((Type) reference.bsmArgs[INSTANTIATED]).getArgumentTypes()[0];
  }

  private static boolean isSerializable(InvokeDynamicInsnNode dynamic) {
    return dynamic.bsmArgs.length > FLAGS
        && dynamic.bsmArgs[FLAGS] instanceof Integer flags
        && (flags & SERIALIZABLE) != 0;
  }

  /** Adds a method that calls the target, and returns its handle. */
  private Handle lambda(Handle target, InvokeDynamicInsnNode reference) {
    int opcode = opcode(target);
    List<Type> parameters = new ArrayList<>();
    if (opcode != Opcodes.INVOKESTATIC) {
      parameters.add(receiver(reference));
    }
    parameters.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
    Type result = Type.getReturnType(target.getDesc());
    MethodNode method =
        new MethodNode(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
            NAME + target.getName() + "$" + number++,
            Type.getMethodDescriptor(result, parameters.toArray(Type[]::new)),
            null,
            null);
    int variable = 0;
    for (Type parameter : parameters) {
      method.instructions.add(new VarInsnNode(parameter.getOpcode(Opcodes.ILOAD), variable));
      variable += parameter.getSize();
    }
    method.instructions.add(
        new MethodInsnNode(
            opcode, target.getOwner(), target.getName(), target.getDesc(), target.isInterface()));
    method.instructions.add(new InsnNode(result.getOpcode(Opcodes.IRETURN)));
    method.maxLocals = variable;
    added.add(method);
    boolean isInterface = (type.access & Opcodes.ACC_INTERFACE) != 0;
    return new Handle(Opcodes.H_INVOKESTATIC, type.name, method.name, method.desc, isInterface);
  }
}
