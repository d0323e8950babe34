package io.spanloom.weaver.finish;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.plan.ClassFactsReader;
import io.spanloom.weaver.plan.ClassFolder;
import io.spanloom.weaver.plan.WeavePlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Completes what AspectJ has woven, checks it and lays it beside what it is to replace. */
public final class ClassFinisher {

  private final ClassFolder folder;
  private final TypeHierarchy hierarchy;
  private final ClassFileWriter writer;
  private final List<Problem> problems = new ArrayList<>();

  public ClassFinisher(ClassFolder folder, TypeHierarchy hierarchy, ClassFileWriter writer) {
    this.folder = folder;
    this.hierarchy = hierarchy;
    this.writer = writer;
  }

  /**
   * Finishes a class.
   *
   * @param before as javac wrote it
   * @param woven as AspectJ has woven it
   */
  public void target(WeavePlan.Target target, byte[] before, byte[] woven)
      throws WeaveException, IOException {
    ClassNode type = new ClassNode();
    new ClassReader(woven).accept(type, ClassReader.SKIP_FRAMES);
    Set<String> reached = ClassFactsReader.calls(type).keySet();
    Set<String> missed = new TreeSet<>(target.methods());
    missed.removeAll(reached);
    try {
      missed.forEach(hierarchy::requireTypesOf);
    } catch (TypeException fault) {
      throw fault.in(target.name());
    }
    byte[] result = StackMapWriter.target(target.name(), before, type, reached, hierarchy);
    WeaveVerifier.target(target, result, problems);
    write(target.name(), result);
  }

  /**
   * Finishes an aspect.
   *
   * @param name its binary name
   * @param woven as AspectJ has woven it
   */
  public void aspect(String name, byte[] woven) throws WeaveException, IOException {
    byte[] result = StackMapWriter.aspect(name, woven, hierarchy);
    WeaveVerifier.aspect(name, result, problems);
    write(name, result);
  }

  private void write(String name, byte[] result) throws IOException {
    writer.prepare(folder.fileOf(name), result);
  }

  /** Fails if the check has found anything. */
  public void failOnProblems() throws WeaveException {
    if (!problems.isEmpty()) {
      throw new WeaveException(problems);
    }
  }
}
