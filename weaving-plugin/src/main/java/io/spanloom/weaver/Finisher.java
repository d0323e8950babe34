package io.spanloom.weaver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Completes what AspectJ has woven, checks it and lays it beside what it is to replace. */
final class Finisher {

  private final ClassFolder folder;
  private final TypeHierarchy hierarchy;
  private final ClassFileWriter writer;
  private final List<Problem> problems = new ArrayList<>();

  Finisher(ClassFolder folder, TypeHierarchy hierarchy, ClassFileWriter writer) {
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
  void target(WeavePlan.Target target, byte[] before, byte[] woven)
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
    byte[] result = FrameWriter.target(target.name(), before, type, reached, hierarchy);
    WovenCheck.target(target, result, problems);
    write(target.name(), result);
  }

  /**
   * Finishes an aspect.
   *
   * @param name its binary name
   * @param woven as AspectJ has woven it
   */
  void aspect(String name, byte[] woven) throws WeaveException, IOException {
    byte[] result = FrameWriter.aspect(name, woven, hierarchy);
    WovenCheck.aspect(name, result, problems);
    write(name, result);
  }

  private void write(String name, byte[] result) throws IOException {
    writer.prepare(folder.fileOf(name), result);
  }

  /** Fails if the check has found anything. */
  void failOnProblems() throws WeaveException {
    if (!problems.isEmpty()) {
      throw new WeaveException(problems);
    }
  }
}
