package io.spanloom.weaver.finish;

import io.spanloom.weaver.ClassFiles;
import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.plan.ClassFactsReader;
import io.spanloom.weaver.plan.DirectCall;
import io.spanloom.weaver.plan.WeavePlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/** Finishes AspectJ's output: writes stack map frames, verifies the class and prepares its file. */
public final class ClassFinisher {

  private final ClassFiles files;
  private final TypeHierarchy hierarchy;
  private final List<Problem> problems = new ArrayList<>();

  /** Creates a finisher; not thread-safe. */
  public ClassFinisher(ClassFiles files, TypeHierarchy hierarchy) {
    this.files = files;
    this.hierarchy = hierarchy;
  }

  /**
   * Finishes a woven class and its aspect.
   *
   * @param aspect the aspect as javac wrote it
   * @param original the class as javac wrote it
   * @param woven the class as woven by AspectJ
   * @throws WeaveException if a type is missing or the woven class exceeds a size limit
   * @throws IOException if the file cannot be written
   */
  public void finish(WeavePlan.Target target, byte[] aspect, byte[] original, byte[] woven)
      throws WeaveException, IOException {
    ClassNode aspectType = read(aspect);
    AdviceCalls adviceCalls = AdviceCalls.of(aspectType);
    ClassNode type = new ClassNode();
    new ClassReader(woven).accept(type, ClassReader.SKIP_FRAMES);
    Set<String> advised = ClassFactsReader.calls(type).keySet();
    Set<String> unadvised = new TreeSet<>(target.methods());
    unadvised.removeAll(advised);
    try {
      unadvised.forEach(hierarchy::requireTypesOf);
    } catch (UnreadableTypeException fault) {
      throw fault.toWeaveException(target.name());
    }
    byte[] result =
        StackMapWriter.writeTarget(target.name(), original, type, advised, adviceCalls, hierarchy);
    WeaveVerifier.verifyTarget(target, result, problems);
    files.prepare(target.name(), result);
    finishAspect(target.aspect(), aspectType, adviceCalls.directCalls().keySet());
  }

  /**
   * Finishes the aspect of a class that is already woven.
   *
   * @param name the aspect's binary name
   * @param aspect the aspect as javac wrote it
   * @throws IOException if the file cannot be written
   */
  public void finishAspect(String name, byte[] aspect) throws IOException {
    ClassNode type = read(aspect);
    finishAspect(name, type, DirectCall.of(type).keySet());
  }

  private void finishAspect(String name, ClassNode aspect, Set<String> bypassed)
      throws IOException {
    AspectReducer.reduce(aspect, bypassed);
    ClassWriter writer = new ClassWriter(0);
    aspect.accept(writer);
    byte[] result = writer.toByteArray();
    WeaveVerifier.verifyAspect(name, result, problems);
    files.prepare(name, result);
  }

  private static ClassNode read(byte[] classFile) {
    ClassNode result = new ClassNode();
    new ClassReader(classFile).accept(result, 0);
    return result;
  }

  /**
   * Reports the problems that the verification of all classes found.
   *
   * @throws WeaveException if there is any
   */
  public void failOnProblems() throws WeaveException {
    if (!problems.isEmpty()) {
      throw new WeaveException(problems);
    }
  }
}
