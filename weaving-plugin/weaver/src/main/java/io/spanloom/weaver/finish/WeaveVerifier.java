package io.spanloom.weaver.finish;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaverCode;
import io.spanloom.weaver.plan.ClassFactsReader;
import io.spanloom.weaver.plan.MethodNames;
import io.spanloom.weaver.plan.WeavePlan;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicVerifier;

/**
 * Verifies woven classes before they are written: every traced method calls its advice, no other
 * method does, and the JVM accepts the code.
 */
final class WeaveVerifier {

  private WeaveVerifier() {}

  /** Verifies a woven class; adds the problems that it finds. */
  static void verifyTarget(WeavePlan.Target target, byte[] classFile, List<Problem> problems) {
    ClassNode type = read(classFile);
    verifyCode(target.name(), type, problems);
    verifyAdviceCalls(target, type, ClassFactsReader.calls(type), problems);
  }

  /** Verifies a woven aspect; adds the problems that it finds. */
  static void verifyAspect(String name, byte[] classFile, List<Problem> problems) {
    verifyCode(name, read(classFile), problems);
  }

  private static ClassNode read(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_DEBUG);
    return type;
  }

  private static void verifyAdviceCalls(
      WeavePlan.Target target,
      ClassNode woven,
      Map<String, Set<String>> calls,
      List<Problem> problems) {
    Set<String> calledBefore = new HashSet<>();
    for (MethodNode method : woven.methods) {
      String name = method.name + method.desc;
      Set<String> called = calls.getOrDefault(name, Set.of());
      int expected = target.methods().contains(name) ? expectedCalls(method, target) : 0;
      // Each advice belongs to one method.
      if (called.size() != expected || !called.stream().allMatch(calledBefore::add)) {
        problem(
            problems,
            target.name(),
            name,
            (expected == 0
                ? " calls the aspect, but is not traced"
                : " does not call its own advice"));
      }
    }
  }

  /** Before, after throwing and, if the method can return, after returning. */
  private static int expectedCalls(MethodNode method, WeavePlan.Target target) {
    if (target.attributesOnly().contains(method.name + method.desc)) {
      return 1;
    }
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction.getOpcode() >= Opcodes.IRETURN && instruction.getOpcode() <= Opcodes.RETURN) {
        return 3;
      }
    }
    return 2;
  }

  private static void verifyCode(String name, ClassNode type, List<Problem> problems) {
    for (MethodNode method : type.methods) {
      try {
        new Analyzer<>(new BasicVerifier()).analyze(type.name, method);
      } catch (AnalyzerException | IndexOutOfBoundsException failure) {
        problem(
            problems,
            name,
            method.name + method.desc,
            " would be rejected by the JVM: " + failure.getMessage());
      }
      if ((type.version & 0xFFFF) > Opcodes.V1_6 && needsFrames(method) && !hasFrames(method)) {
        problem(problems, name, method.name + method.desc, " has no stack map frames");
      }
    }
  }

  private static boolean needsFrames(MethodNode method) {
    return !method.tryCatchBlocks.isEmpty();
  }

  private static boolean hasFrames(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof FrameNode) {
        return true;
      }
    }
    return false;
  }

  private static void problem(
      List<Problem> problems, String className, String method, String text) {
    problems.add(
        new Problem(
            WeaverCode.NOT_WOVEN,
            "Method "
                + MethodNames.of(method, className)
                + " of "
                + className
                + text
                + ", so nothing was woven. This is a bug in Spanloom. Please report it with the class.",
            className,
            method));
  }
}
