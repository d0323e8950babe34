package io.spanloom.weaver.propagate;

import io.spanloom.weaver.plan.Instructions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Changes the calls of one method. The calls themselves stay in place, so that stack traces and
 * line numbers do not change: the task is wrapped just before the call, where it lies on the
 * operand stack. Arguments above it are moved to new local variables meanwhile.
 *
 * <p>No instruction that is inserted is the target of a jump, so that the stack map frames of the
 * method stay valid. Calls that have been changed before are recognized.
 */
final class MethodRewriter {

  private static final String RUNTIME = "io/spanloom/runtime/woven/ContextTasks";

  /** The first word of the names of methods that wrap a task; the second is the task's type. */
  private static final String WRAP = "wrap";

  private final MethodNode method;
  private final TaskCallTable table;
  private final boolean constructsThread;
  private final List<UnsupportedCall> unsupported = new ArrayList<>();
  private int found;
  private int changed;

  /**
   * Creates a rewriter.
   *
   * @param constructsThread whether the method calls a constructor of {@link Thread} for the object
   *     itself, as a constructor of a subclass does
   */
  MethodRewriter(MethodNode method, TaskCallTable table, boolean constructsThread) {
    this.method = method;
    this.table = table;
    this.constructsThread = constructsThread;
  }

  /** Changes the calls. */
  void rewrite() {
    List<MethodInsnNode> starts = new ArrayList<>();
    Map<MethodInsnNode, TaskCall> constructions = new LinkedHashMap<>();
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      if (!(instruction instanceof MethodInsnNode call)) {
        continue;
      }
      if (isRuntimeCall(call, "remove")) {
        found++;
        continue;
      }
      TaskCall task = table.find(call.getOpcode(), call.owner, call.name, call.desc);
      if (task == null) {
        continue;
      }
      switch (task.kind()) {
        case START -> starts.add(call);
        case WRAP_IF_STARTED -> {
          if (!(constructsThread && call.name.equals("<init>"))) {
            constructions.put(call, task);
          }
        }
        default -> change(call, task);
      }
    }
    if (constructions.isEmpty()) {
      starts.forEach(start -> report(start, TaskCallTable.threadBuiltElsewhere()));
    } else if (!starts.isEmpty()) {
      constructions.forEach(this::change);
    }
  }

  /** Returns the number of calls that carry the context, including those changed before. */
  int found() {
    return found;
  }

  /** Returns the number of calls that were changed. */
  int changed() {
    return changed;
  }

  /** Returns the calls that cannot carry the context. */
  List<UnsupportedCall> unsupported() {
    return unsupported;
  }

  private void report(MethodInsnNode call, String explanation) {
    unsupported.add(new UnsupportedCall(call, call.owner, call.name, explanation));
  }

  private void change(MethodInsnNode call, TaskCall task) {
    switch (task.kind()) {
      case UNSUPPORTED -> report(call, Objects.requireNonNull(task.explanation()));
      case REMOVE -> {
        method.instructions.set(
            call,
            new MethodInsnNode(
                Opcodes.INVOKESTATIC,
                RUNTIME,
                "remove",
                "(Ljava/util/concurrent/ThreadPoolExecutor;Ljava/lang/Runnable;)Z"));
        count(true);
      }
      case UNWRAP -> {
        boolean isNew = !isRuntimeCall(Instructions.next(call), "unwrap");
        if (isNew) {
          method.instructions.insert(call, runtimeCall("unwrap", "Ljava/util/List;"));
        }
        count(isNew);
      }
      default -> count(wrap(call, task.parameter()));
    }
  }

  private void count(boolean isNew) {
    found++;
    changed += isNew ? 1 : 0;
  }

  /** Wraps a task before a call; returns false if it is wrapped already. */
  private boolean wrap(MethodInsnNode call, int parameter) {
    Type[] types = Type.getArgumentTypes(call.desc);
    if (isWrapped(call, types.length - 1 - parameter)) {
      return false;
    }
    InsnList stores = new InsnList();
    InsnList loads = new InsnList();
    int variable = method.maxLocals;
    for (int i = types.length - 1; i > parameter; i--) {
      stores.add(new VarInsnNode(types[i].getOpcode(Opcodes.ISTORE), variable));
      loads.insert(new VarInsnNode(types[i].getOpcode(Opcodes.ILOAD), variable));
      variable += types[i].getSize();
    }
    method.instructions.insertBefore(call, stores);
    method.instructions.insertBefore(
        call, runtimeCall(WRAP + simpleName(types[parameter]), types[parameter].getDescriptor()));
    method.instructions.insertBefore(call, loads);
    return true;
  }

  private static String simpleName(Type type) {
    return type.getInternalName().substring(type.getInternalName().lastIndexOf('/') + 1);
  }

  private static MethodInsnNode runtimeCall(String name, String type) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, RUNTIME, name, "(" + type + ")" + type);
  }

  private static boolean isRuntimeCall(@Nullable AbstractInsnNode instruction, String name) {
    return instruction instanceof MethodInsnNode call
        && call.owner.equals(RUNTIME)
        && call.name.equals(name);
  }

  /**
   * Returns whether the task of a call is wrapped already.
   *
   * @param loads the number of arguments after the task, which are then loaded from variables
   */
  private static boolean isWrapped(MethodInsnNode call, int loads) {
    AbstractInsnNode before = Instructions.previous(call);
    for (int i = 0; i < loads && before instanceof VarInsnNode; i++) {
      before = Instructions.previous(before);
    }
    return before instanceof MethodInsnNode wrapping
        && wrapping.owner.equals(RUNTIME)
        && wrapping.name.startsWith(WRAP);
  }
}
