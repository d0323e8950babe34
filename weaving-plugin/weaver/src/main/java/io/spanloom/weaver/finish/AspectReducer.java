package io.spanloom.weaver.finish;

import io.spanloom.weaver.plan.AspectAnnotations;
import io.spanloom.weaver.plan.ClassFacts;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Reduces an aspect to what a woven class needs. AspectJ's annotations, pointcuts and bypassed
 * advice go, as does what can be derived; the remaining advice becomes static, so that it needs no
 * instance of the aspect.
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
      if (method.name.equals("<clinit>")) {
        reduceInitializer(method);
      }
      method.visibleAnnotations = null;
      method.localVariables = null;
    }
    aspect.visibleAnnotations = null;
    if (aspect.invisibleAnnotations != null) {
      String type = ClassFacts.typeOf(aspect.name.replace('/', '.'));
      aspect.invisibleAnnotations.forEach(annotation -> removeDerivable(annotation, type));
    }
  }

  /** Removes the line numbers of the fields, and the span names that the runtime derives. */
  private static void reduceInitializer(MethodNode initializer) {
    for (AbstractInsnNode instruction : initializer.instructions.toArray()) {
      if (instruction instanceof LineNumberNode) {
        initializer.instructions.remove(instruction);
      } else {
        DerivedSpanNames.removeDerivable(initializer.instructions, instruction);
      }
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

  /**
   * Removes the list of advised methods, which are the methods that call the aspect, and the class,
   * if the aspect is named after it.
   */
  private static void removeDerivable(AnnotationNode annotation, String type) {
    if (annotation.desc.equals(AspectAnnotations.GENERATED_ASPECT)) {
      for (int i = annotation.values.size() - 2; i >= 0; i -= 2) {
        if (annotation.values.get(i).equals("methods")
            || annotation.values.get(i + 1).equals(type)) {
          annotation.values.subList(i, i + 2).clear();
        }
      }
    }
  }
}
