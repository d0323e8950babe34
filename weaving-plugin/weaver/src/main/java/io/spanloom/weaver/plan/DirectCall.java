package io.spanloom.weaver.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A call with which woven code bypasses advice that does nothing else, such as {@code PLACE.end()}.
 * It saves the advice method, and the constants to call it.
 *
 * @param site the aspect's field that contains the call's receiver
 * @param method the called method
 */
public record DirectCall(FieldInsnNode site, MethodInsnNode method) {

  /**
   * Returns the advice of an aspect that woven code can bypass.
   *
   * @param aspect the aspect as javac wrote it
   * @return by the advice's name and descriptor, the call that replaces it
   */
  public static Map<String, DirectCall> of(ClassNode aspect) {
    Map<String, DirectCall> result = new HashMap<>();
    for (MethodNode method : aspect.methods) {
      DirectCall call = AspectAnnotations.isAdvice(method) ? onlyCall(aspect.name, method) : null;
      if (call != null) {
        result.put(method.name + method.desc, call);
      }
    }
    return result;
  }

  /** Returns the call if the method only passes its parameters to a method of a site. */
  private static @Nullable DirectCall onlyCall(String aspect, MethodNode method) {
    List<AbstractInsnNode> code = Instructions.of(method.instructions);
    Type[] parameters = Type.getArgumentTypes(method.desc);
    if (code.size() != parameters.length + 3
        || !(code.get(0) instanceof FieldInsnNode site)
        || site.getOpcode() != Opcodes.GETSTATIC
        || !site.owner.equals(aspect)) {
      return null;
    }
    int variable = 1;
    for (int i = 0; i < parameters.length; i++) {
      if (!(code.get(i + 1) instanceof VarInsnNode load) || load.var != variable) {
        return null;
      }
      variable += parameters[i].getSize();
    }
    return code.get(parameters.length + 1) instanceof MethodInsnNode call
            && call.getOpcode() == Opcodes.INVOKEVIRTUAL
            && call.desc.equals(method.desc)
            && code.get(parameters.length + 2).getOpcode() == Opcodes.RETURN
        ? new DirectCall(site, call)
        : null;
  }

  /** Returns the text that identifies the call among those of an aspect. */
  String key() {
    return key(site.name, method.name + method.desc);
  }

  /** Returns the text that identifies a call to a method on the site in a field. */
  static String key(String site, String method) {
    return site + "." + method;
  }

  /** Returns the member of the aspect that a call needs, given as in {@link ClassFacts#calls}. */
  static String member(String call) {
    int site = call.indexOf('.');
    return site < 0 ? call : call.substring(0, site);
  }
}
