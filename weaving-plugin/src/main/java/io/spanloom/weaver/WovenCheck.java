package io.spanloom.weaver;

import java.util.ArrayList;
import java.util.HashMap;
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

  static void check(WeavePlan plan, ClassFolder folder, Map<String, byte[]> results)
      throws WeaveException {
    List<Problem> problems = new ArrayList<>();
    Map<String, ClassFacts> woven = new HashMap<>();
    results.forEach(
        (name, classFile) -> {
          woven.put(name, ClassFactsReader.read(classFile));
          verify(name, classFile, problems);
        });
    for (WeavePlan.Target target : plan.toWeave()) {
      ClassFacts before = folder.facts().get(target.name());
      ClassFacts after = woven.get(target.name());
      if (before == null || after == null || !before.methods().equals(after.methods())) {
        problem(problems, target.name() + " would have other methods than before");
      } else {
        reached(target, before, after, problems);
      }
    }
    if (!problems.isEmpty()) {
      throw new WeaveException(problems);
    }
  }

  private static void reached(
      WeavePlan.Target target, ClassFacts before, ClassFacts woven, List<Problem> problems) {
    for (String method : target.methods()) {
      Set<String> calls = woven.calls().getOrDefault(method, Set.of());
      // Advice for the start, for an exception and, where there is one, for the return.
      int advice = before.returningMethods().contains(method) ? 3 : 2;
      if (calls.size() < advice) {
        problem(
            problems,
            "Method " + method + " of " + target.name() + " was not reached by its aspect");
      }
    }
    for (String method : woven.calls().keySet()) {
      if (!target.methods().contains(method)) {
        problem(
            problems,
            "Method " + method + " of " + target.name() + " was reached, but is not traced");
      }
    }
  }

  private static void verify(String name, byte[] classFile, List<Problem> problems) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, 0);
    for (MethodNode method : type.methods) {
      try {
        new Analyzer<>(new BasicVerifier()).analyze(type.name, method);
      } catch (AnalyzerException | IndexOutOfBoundsException failure) {
        problem(
            problems,
            "Method "
                + method.name
                + method.desc
                + " of "
                + name
                + " would not be accepted by the JVM: "
                + failure.getMessage());
      }
      if ((type.version & 0xFFFF) > Opcodes.V1_6 && needsFrames(method) && !hasFrames(method)) {
        problem(problems, "Method " + method.name + method.desc + " of " + name + " has no frames");
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
                + ", so nothing was woven. This is a fault of Spanloom; please report it, with the"
                + " class."));
  }
}
