package io.spanloom.weaver.finish;

import io.spanloom.weaver.plan.ConsumedAnnotations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableAnnotationNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Replaces the code of a method by its woven code and keeps javac's debug information: variables
 * and type annotations move to the woven code. AspectJ drops part of it, and adds line numbers and
 * variables to classes compiled without them.
 */
final class DebugInfoMerger extends MethodVisitor {

  private final MethodVisitor next;
  private final MethodNode woven;
  private final MethodNode method;
  private final AdviceCalls adviceCalls;
  private boolean inCode;

  /**
   * Creates a merger.
   *
   * @param next receives the merged method
   * @param woven the method as woven by AspectJ
   * @param method collects the method as javac wrote it
   * @param adviceCalls the calls to replace in the woven code
   */
  DebugInfoMerger(
      MethodVisitor next, MethodNode woven, MethodNode method, AdviceCalls adviceCalls) {
    super(Opcodes.ASM9, method);
    this.next = next;
    this.woven = woven;
    this.method = method;
    this.adviceCalls = adviceCalls;
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return ConsumedAnnotations.isConsumedDescriptor(descriptor)
        ? null
        : super.visitAnnotation(descriptor, visible);
  }

  @Override
  public void visitCode() {
    inCode = true;
    super.visitCode();
  }

  @Override
  public void visitAttribute(Attribute attribute) {
    // An unknown attribute of the code may refer to instructions that have moved.
    if (!inCode) {
      super.visitAttribute(attribute);
    }
  }

  @Override
  public void visitEnd() {
    super.visitEnd();
    moveDebugInfo(InstructionMap.of(method, woven, adviceCalls.aspect()));
    adviceCalls.replaceIn(woven);
    method.instructions = woven.instructions;
    method.tryCatchBlocks = woven.tryCatchBlocks;
    method.accept(next);
  }

  private void moveDebugInfo(@Nullable InstructionMap map) {
    if (!hasLines()) {
      for (AbstractInsnNode node : woven.instructions.toArray()) {
        if (node instanceof LineNumberNode) {
          woven.instructions.remove(node);
        }
      }
    }
    if (map == null) {
      method.localVariables = null;
      method.visibleLocalVariableAnnotations = null;
      method.invisibleLocalVariableAnnotations = null;
      return;
    }
    method.localVariables = variables(map);
    move(method.visibleLocalVariableAnnotations, map);
    move(method.invisibleLocalVariableAnnotations, map);
    for (AbstractInsnNode instruction : method.instructions) {
      AbstractInsnNode moved = map.instruction(instruction);
      moved.visibleTypeAnnotations = instruction.visibleTypeAnnotations;
      moved.invisibleTypeAnnotations = instruction.invisibleTypeAnnotations;
    }
    // Exception handlers keep their order; the advice's handler, which encloses them, is last.
    for (int i = 0; i < method.tryCatchBlocks.size(); i++) {
      TryCatchBlockNode block = method.tryCatchBlocks.get(i);
      TryCatchBlockNode moved = woven.tryCatchBlocks.get(i);
      moved.visibleTypeAnnotations = block.visibleTypeAnnotations;
      moved.invisibleTypeAnnotations = block.invisibleTypeAnnotations;
    }
  }

  private boolean hasLines() {
    for (AbstractInsnNode node : method.instructions) {
      if (node instanceof LineNumberNode) {
        return true;
      }
    }
    return false;
  }

  private @Nullable List<LocalVariableNode> variables(InstructionMap map) {
    if (method.localVariables == null) {
      return null;
    }
    List<LocalVariableNode> result = new ArrayList<>();
    for (LocalVariableNode variable : method.localVariables) {
      result.add(
          new LocalVariableNode(
              variable.name,
              variable.desc,
              variable.signature,
              map.label(variable.start),
              map.label(variable.end),
              variable.index));
    }
    return result;
  }

  private static void move(
      @Nullable List<LocalVariableAnnotationNode> annotations, InstructionMap map) {
    if (annotations != null) {
      for (LocalVariableAnnotationNode annotation : annotations) {
        annotation.start.replaceAll(map::label);
        annotation.end.replaceAll(map::label);
      }
    }
  }
}
