package io.spanloom.weaver.propagate;

import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * A call or method reference that cannot carry the context.
 *
 * @param instruction the call, or the instruction that creates the object of the reference
 * @param owner the internal name of the class of the called method
 * @param method the name of the called method
 * @param explanation the reason and the fix
 */
record UnsupportedCall(
    AbstractInsnNode instruction, String owner, String method, String explanation) {

  /** Returns the called method for messages, such as {@code Thread.start}. */
  String target() {
    return owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.') + "." + method;
  }
}
