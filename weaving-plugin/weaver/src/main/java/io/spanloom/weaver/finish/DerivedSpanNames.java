package io.spanloom.weaver.finish;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Removes the span names that the runtime derives from the name of the traced method, as in {@code
 * SpanSite.of("Orders.place", "shop.Orders.place")}. A string constant takes more bytes than the
 * code that passes it.
 */
final class DerivedSpanNames {

  private static final String SPAN_SITE = "io/spanloom/runtime/woven/SpanSite";

  private DerivedSpanNames() {}

  /**
   * Replaces a name by null if an instruction loads it and the call that it is passed to derives
   * it.
   */
  static void removeDerivable(InsnList code, AbstractInsnNode instruction) {
    if (instruction instanceof LdcInsnNode name
        && name.getNext() instanceof LdcInsnNode function
        && function.getNext() instanceof MethodInsnNode call
        && call.owner.equals(SPAN_SITE)
        && call.name.equals("of")
        && function.cst instanceof String text
        && name.cst.equals(derived(text))) {
      code.set(name, new InsnNode(Opcodes.ACONST_NULL));
    }
  }

  /** Returns the name that the runtime derives: the simple names of the class and the method. */
  private static String derived(String function) {
    int method = function.lastIndexOf('.');
    int packages = function.lastIndexOf('.', method - 1);
    int outerClass = function.lastIndexOf('$', method - 1);
    return function.substring(Math.max(packages, outerClass) + 1);
  }
}
