package io.spanloom.weaver.finish;

import io.spanloom.weaver.plan.AspectAnnotations;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Reduces an aspect to what a woven class needs. AspectJ's annotations, pointcuts and bypassed
 * advice go; the remaining advice becomes static, so that it needs no instance of the aspect.
 */
final class AspectReducer {

  private AspectReducer() {}

  /**
   * Changes an aspect.
   *
   * @param aspect the aspect as javac wrote it
   * @param bypassed name and descriptor of the advice that woven code does not call
   */
  static void reduce(ClassNode aspect, Set<String> bypassed) {
    aspect.methods.removeIf(
        method ->
            method.name.equals("<init>")
                || AspectAnnotations.isPointcut(method)
                || bypassed.contains(method.name + method.desc));
    aspect.fields.forEach(field -> field.signature = null);
    for (MethodNode method : aspect.methods) {
      if (AspectAnnotations.isAdvice(method)) {
        makeStatic(method);
      }
      method.visibleAnnotations = null;
      method.localVariables = null;
    }
    aspect.visibleAnnotations = null;
    if (aspect.invisibleAnnotations != null) {
      aspect.invisibleAnnotations.forEach(AspectReducer::removeMethods);
    }
  }

  /** Moves the parameters and variables into the place of {@code this}, which no advice uses. */
  private static void makeStatic(MethodNode method) {
    method.access |= Opcodes.ACC_STATIC;
    method.maxLocals--;
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof VarInsnNode variable) {
        variable.var--;
      } else if (instruction instanceof IincInsnNode increment) {
        increment.var--;
      } else if (instruction instanceof FrameNode frame && frame.type == Opcodes.F_FULL) {
        frame.local.remove(0);
      }
    }
  }

  /** Removes the list of advised methods, which are the methods that call the aspect. */
  private static void removeMethods(AnnotationNode annotation) {
    if (annotation.desc.equals(AspectAnnotations.GENERATED_ASPECT)) {
      int index = annotation.values.indexOf("methods");
      if (index >= 0) {
        annotation.values.subList(index, index + 2).clear();
      }
    }
  }
}
