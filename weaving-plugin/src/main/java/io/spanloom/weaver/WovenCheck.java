package io.spanloom.weaver;

import java.util.ArrayList;
import java.util.HashMap;
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
final class WovenCheck {

  private WovenCheck() {}

  static void check(WeavePlan plan, Map<String, byte[]> results) throws WeaveException {
    List<Problem> problems = new ArrayList<>();
    Map<String, ClassNode> woven = new HashMap<>();
    results.forEach(
        (name, classFile) -> {
          ClassNode type = new ClassNode();
          new ClassReader(classFile).accept(type, 0);
          verify(name, type, problems);
          woven.put(name, type);
        });
    for (WeavePlan.Target target : plan.toWeave()) {
      ClassNode type = woven.get(target.name());
      byte[] classFile = results.get(target.name());
      if (type == null || classFile == null) {
        problem(problems, "Class " + target.name() + " has not been woven");
      } else {
        reached(target, type, ClassFactsReader.read(classFile).calls(), problems);
      }
    }
    if (!problems.isEmpty()) {
      throw new WeaveException(problems);
    }
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
      String methodName = MethodNames.of(method.name + method.desc, name);
      try {
        new Analyzer<>(new BasicVerifier()).analyze(type.name, method);
      } catch (AnalyzerException | IndexOutOfBoundsException failure) {
        problem(
            problems,
            "Method "
                + methodName
                + " of "
                + name
                + " would not be accepted by the JVM: "
                + failure.getMessage());
      }
      if ((type.version & 0xFFFF) > Opcodes.V1_6 && needsFrames(method) && !hasFrames(method)) {
        problem(problems, "Method " + methodName + " of " + name + " has no frames");
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
