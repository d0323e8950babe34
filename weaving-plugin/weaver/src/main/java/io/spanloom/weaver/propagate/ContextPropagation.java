package io.spanloom.weaver.propagate;

import io.spanloom.weaver.ClassFiles;
import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.WeaverCode;
import io.spanloom.weaver.plan.ClassFacts;
import io.spanloom.weaver.plan.CompiledClasses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The classes of a compilation whose calls carry the current context to other threads, with their
 * new bytes. Nothing is written before {@link #prepare}.
 */
public final class ContextPropagation {

  private final ClassFiles files;
  private final SortedMap<String, byte[]> rewritten = new TreeMap<>();
  private final List<String> obsolete = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private int changedCalls;

  private ContextPropagation(ClassFiles files) {
    this.files = files;
  }

  /**
   * Rewrites the classes that generated declarations name, in memory.
   *
   * @param compiled the classes that mention Spanloom
   * @throws WeaveException if an annotated class has no declaration, or if the result is wrong
   * @throws IOException if a file cannot be read
   */
  public static ContextPropagation of(CompiledClasses compiled, ClassFiles files)
      throws WeaveException, IOException {
    ContextPropagation result = new ContextPropagation(files);
    Map<String, PropagationMarker> markers = result.markers(compiled);
    CoveredClasses covered = new CoveredClasses(files, markers);
    if (!markers.isEmpty()) {
      result.rewriteAll(covered);
    }
    result.requireMarkers(compiled, covered);
    return result;
  }

  private Map<String, PropagationMarker> markers(CompiledClasses compiled) throws IOException {
    Map<String, PropagationMarker> result = new HashMap<>();
    for (ClassFacts type : compiled.facts().values()) {
      byte[] classFile =
          type.annotations().contains(PropagationMarker.GENERATED) ? files.read(type.name()) : null;
      PropagationMarker marker =
          classFile == null ? null : PropagationMarker.read(type.name(), classFile);
      if (marker == null) {
        continue;
      }
      if (files.read(marker.type().replace('/', '.')) == null) {
        obsolete.add(marker.name());
      } else {
        result.put(marker.type(), marker);
      }
    }
    return result;
  }

  private void rewriteAll(CoveredClasses covered) throws WeaveException, IOException {
    TaskCallTable table = new TaskCallTable(new TaskReceivers(files));
    Set<PropagationMarker> effective = new HashSet<>();
    List<PropagationMarker> explicit = new ArrayList<>();
    for (String name : files.names()) {
      PropagationMarker marker = covered.markerOf(name);
      byte[] classFile = marker == null ? null : files.read(name);
      if (marker == null || classFile == null) {
        continue;
      }
      if (marker.explicit() && marker.type().equals(name.replace('.', '/'))) {
        explicit.add(marker);
      }
      ClassRewriter rewriter = new ClassRewriter(classFile, table);
      byte[] result = rewriter.rewrite();
      if (rewriter.found() > 0 || !rewriter.warnings().isEmpty()) {
        effective.add(marker);
      }
      warnings.addAll(rewriter.warnings());
      if (result != null) {
        RewriteVerifier.verify(name, result, table);
        rewritten.put(name, result);
        changedCalls += rewriter.changed();
      }
    }
    explicit.removeIf(effective::contains);
    explicit.forEach(marker -> warnings.add(noTask(marker.type().replace('/', '.'))));
  }

  private static Problem noTask(String type) {
    return new Problem(
        WeaverCode.NO_TASK,
        "@PropagateContext has no effect on "
            + type
            + ", because the code of the class hands no task to another thread; remove the"
            + " annotation, or move it to the class that calls the executor.",
        type,
        null);
  }

  private void requireMarkers(CompiledClasses compiled, CoveredClasses covered)
      throws WeaveException, IOException {
    List<Problem> problems = new ArrayList<>();
    for (ClassFacts type : compiled.facts().values()) {
      byte[] classFile =
          type.annotations().contains(PropagationMarker.ANNOTATION)
                  && !type.name().endsWith("package-info")
              ? files.read(type.name())
              : null;
      if (classFile != null
          && PropagationMarker.isAnnotated(classFile)
          && covered.markerOf(type.name()) == null) {
        problems.add(noMarker(type));
      }
    }
    if (!problems.isEmpty()) {
      throw new WeaveException(problems);
    }
  }

  private static Problem noMarker(ClassFacts type) {
    return new Problem(
        WeaverCode.NO_PROPAGATION,
        "Class "
            + type.name()
            + " is annotated with @PropagateContext but does not propagate the context, because "
            + (type.hidden()
                ? "annotation processors do not see local and anonymous classes; annotate the"
                    + " enclosing class."
                : "the annotation processor did not run; add spanloom-processor to the compiler's"
                    + " annotation processor path."),
        type.name(),
        null);
  }

  /** Returns whether there is no class to write. */
  public boolean isEmpty() {
    return rewritten.isEmpty();
  }

  /** Returns the number of calls that were changed. */
  public int changedCalls() {
    return changedCalls;
  }

  /** Returns the binary names of the declarations whose class no longer exists. */
  public List<String> obsolete() {
    return obsolete;
  }

  /** Returns the warnings about calls that cannot carry the context. */
  public List<Problem> warnings() {
    return warnings;
  }

  /** Returns the class files as the later stages see them: with the rewritten classes. */
  public ClassFiles rewrittenFiles() {
    return rewritten.isEmpty() ? files : new RewrittenFiles(files, rewritten);
  }

  /**
   * Prepares the new bytes of the rewritten classes, except for those that later stages prepare.
   *
   * @param woven the binary names of the classes that later stages prepare
   * @throws IOException if they cannot be stored
   */
  public void prepare(Set<String> woven) throws IOException {
    for (Map.Entry<String, byte[]> each : rewritten.entrySet()) {
      if (!woven.contains(each.getKey())) {
        files.prepare(each.getKey(), each.getValue());
      }
    }
  }
}
