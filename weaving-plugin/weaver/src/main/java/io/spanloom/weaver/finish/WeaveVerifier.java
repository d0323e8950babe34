package io.spanloom.weaver.finish;

import io.spanloom.weaver.Problem;
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
 * Checks the result before anything is written: each method that must be reached calls its advice,
 * no other does, and the code is such as the JVM accepts.
 */
final class WeaveVerifier {

  private WeaveVerifier() {}

  /** Checks a class; what is wrong is added to the problems. */
  static void target(WeavePlan.Target target, byte[] classFile, List<Problem> problems) {
    ClassNode type = read(classFile);
    verify(target.name(), type, problems);
    reached(target, type, ClassFactsReader.calls(type), problems);
  }

  /** Checks an aspect; what is wrong is added to the problems. */
  static void aspect(String name, byte[] classFile, List<Problem> problems) {
    verify(name, read(classFile), problems);
  }

  private static ClassNode read(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_DEBUG);
    return type;
  }

  private static void reached(
      WeavePlan.Target target,
      ClassNode woven,
      Map<String, Set<String>> calls,
      List<Problem> problems) {
    Set<String> advice = new HashSet<>();
    for (MethodNode method : woven.methods) {
      String name = method.name + method.desc;
      Set<String> called = calls.getOrDefault(name, Set.of());
      int expected = target.methods().contains(name) ? adviceOf(method, target) : 0;
      // Advice of its own, all of it, and no other method's.
      if (called.size() != expected || !called.stream().allMatch(advice::add)) {
        problem(
            problems,
            "Method "
                + MethodNames.of(name, target.name())
                + " of "
                + target.name()
                + (expected == 0
                    ? " was reached, but is not traced"
                    : " was not reached by its aspect as it must be"));
      }
    }
  }

  /** Advice before it, after a failure and, where it can return at all, after that. */
  private static int adviceOf(MethodNode method, WeavePlan.Target target) {
    if (target.addingOnly().contains(method.name + method.desc)) {
      return 1;
    }
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction.getOpcode() >= Opcodes.IRETURN && instruction.getOpcode() <= Opcodes.RETURN) {
        return 3;
      }
    }
    return 2;
  }

  private static void verify(String name, ClassNode type, List<Problem> problems) {
    for (MethodNode method : type.methods) {
      try {
        new Analyzer<>(new BasicVerifier()).analyze(type.name, method);
      } catch (AnalyzerException | IndexOutOfBoundsException failure) {
        problem(
            problems,
            "Method "
                + MethodNames.of(method.name + method.desc, name)
                + " of "
                + name
                + " would not be accepted by the JVM: "
                + failure.getMessage());
      }
      if ((type.version & 0xFFFF) > Opcodes.V1_6 && needsFrames(method) && !hasFrames(method)) {
        problem(
            problems,
            "Method "
                + MethodNames.of(method.name + method.desc, name)
                + " of "
                + name
                + " has no frames");
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

  private static void problem(List<Problem> problems, String text) {
    problems.add(
        new Problem(
            Problem.Code.NOT_WOVEN,
            text
                + ", so nothing was woven; this is a fault of Spanloom, please report it, with the"
                + " class."));
  }
}
