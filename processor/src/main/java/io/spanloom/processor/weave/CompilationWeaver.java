package io.spanloom.processor.weave;

import com.sun.source.util.JavacTask;
import io.spanloom.processor.model.BooleanOption;
import io.spanloom.processor.model.PropagatingType;
import io.spanloom.processor.model.TracedType;
import io.spanloom.weaver.ClassFiles;
import io.spanloom.weaver.ClassFolder;
import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.WeaveResult;
import io.spanloom.weaver.Weaver;
import io.spanloom.weaver.WeaverCode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the classes of a compilation when javac has written the last of them.
 *
 * <p>All traced classes of the compilation are woven, or none. If the compilation or the weaving
 * fails, the traced classes that javac wrote are deleted, so that no incremental build treats an
 * unwoven class as up to date.
 */
public final class CompilationWeaver {

  /** The option that leaves the weaving to a build tool if it is {@code false}. */
  public static final BooleanOption OPTION = new BooleanOption("spanloom.weave", true);

  private final BiConsumer<Kind, String> printer;
  private final CompilationOutput output;
  private final @Nullable AnnotationPositions positions;

  /** The types that an aspect was generated for, by binary name. */
  private final Map<String, Element> targets = new TreeMap<>();

  /** The types whose calls propagate the context, by binary name. */
  private final Map<String, Element> propagating = new TreeMap<>();

  /**
   * Subscribes to the end of the compilation.
   *
   * @param environment the compilation, as the processor sees it
   * @param printer prints messages that have no position
   */
  public CompilationWeaver(ProcessingEnvironment environment, BiConsumer<Kind, String> printer) {
    this.printer = printer;
    this.output = new CompilationOutput(environment);
    JavacTask task =
        OPTION.in(environment.getOptions()) ? CompilationEnd.subscribe(this::finish) : null;
    this.positions = task == null ? null : new AnnotationPositions(task);
  }

  /**
   * Returns whether the compiler weaves.
   *
   * @return false if the compiler is not javac or an option leaves the weaving to a build tool
   */
  public boolean isActive() {
    return positions != null;
  }

  /**
   * Adds a type whose aspect was generated.
   *
   * @param type the type
   */
  public void add(TracedType type) {
    if (positions != null) {
      targets.put(type.binaryName(), type.location().element());
      output.add(type.name().packageName(), type.location().element());
      positions.add(type);
    }
  }

  /**
   * Adds a type whose calls propagate the context.
   *
   * @param type the type
   */
  public void add(PropagatingType type) {
    if (positions != null) {
      propagating.put(type.binaryName(), type.location().element());
      output.add(type.name().packageName(), type.location().element());
      positions.add(type);
    }
  }

  /** Called at the end of the compilation; javac would print what it throws as a crash. */
  private void finish(Map<String, JavaFileObject> sources) {
    Set<String> written = sources.keySet();
    if (positions != null) {
      positions.addSources(sources);
    }
    if (written.isEmpty()) {
      return; // -proc:only, or errors before the first class
    }
    ClassFiles files = null;
    try {
      files = output.files(written, changedTypes());
      if (written.containsAll(propagating.keySet())
          && targets.keySet().stream().allMatch(target -> isWritten(target, written))) {
        weave(files);
      } else {
        delete(files, written); // javac has reported the errors
      }
    } catch (WeaveException failure) {
      failure.problems().forEach(problem -> print(Kind.ERROR, inCompiler(problem)));
      delete(files, written);
    } catch (Exception | LinkageError | StackOverflowError fault) {
      if (changedTypes().isEmpty()) {
        return; // a compilation that changes nothing does not depend on the weaver
      }
      print(
          Kind.ERROR,
          new Problem(
              WeaverCode.INTERNAL,
              "The classes of this compilation could not be woven: "
                  + fault
                  + ". This is a bug in Spanloom. Please report it with the sources."));
      delete(files, written);
    }
  }

  private static boolean isWritten(String target, Set<String> written) {
    return written.contains(target) && written.contains(ClassFiles.aspectOf(target));
  }

  private void weave(ClassFiles files) throws WeaveException, IOException {
    if (!output.isAvailable(files, targets.keySet(), propagating.keySet())) {
      print(Kind.WARNING, unavailable());
      return;
    }
    WeaveResult result =
        files instanceof ClassFolder folder
            ? folder.whileLocked(() -> Weaver.weave(files))
            : Weaver.weave(files);
    result.warnings().forEach(warning -> print(Kind.WARNING, warning));
    if (result.wovenMethods() > 0) {
      printer.accept(
          Kind.NOTE,
          "[SPL098] "
              + counted(result.wovenMethods(), "traced method", "traced methods")
              + " in "
              + counted(result.wovenClasses().size(), "class", "classes")
              + ".");
    }
    if (result.propagatingCalls() > 0) {
      printer.accept(
          Kind.NOTE,
          "[SPL098] "
              + counted(result.propagatingCalls(), "call propagates", "calls propagate")
              + " the context to another thread.");
    }
  }

  /** The processor runs, so a class without an aspect came too late for it. */
  private static Problem inCompiler(Problem problem) {
    return problem.code() == WeaverCode.NO_ASPECT
        ? new Problem(
            WeaverCode.NO_ASPECT,
            "Class "
                + problem.className()
                + " has traced methods but no aspect, because another annotation processor"
                + " generated it in the last round; generate it in an earlier round.",
            problem.className(),
            problem.method())
        : problem;
  }

  private static Problem unavailable() {
    return new Problem(
        WeaverCode.CLASS_FILES_UNAVAILABLE,
        "The compiler does not give access to the class files it wrote, so nothing was woven;"
            + " compile with -d, let the IDE delegate its build to Maven or Gradle, or run the"
            + " weaver on the class folder.");
  }

  /** Returns the types that the weaver changes, by binary name. */
  private Map<String, Element> changedTypes() {
    Map<String, Element> result = new TreeMap<>(propagating);
    result.putAll(targets);
    return result;
  }

  private void delete(@Nullable ClassFiles files, Set<String> written) {
    if (files == null) {
      return;
    }
    for (String target : changedTypes().keySet()) {
      try {
        if (written.contains(target)) {
          files.delete(target);
        }
      } catch (IOException | RuntimeException undeletable) {
        // The compilation has failed with a message already.
      }
    }
  }

  private void print(Kind kind, Problem problem) {
    if (positions == null || !positions.print(kind, problem)) {
      printer.accept(kind, problem.toString());
    }
  }

  private static String counted(int count, String singular, String plural) {
    return count + " " + (count == 1 ? singular : plural);
  }
}
