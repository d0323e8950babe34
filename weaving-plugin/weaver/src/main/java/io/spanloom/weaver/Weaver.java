package io.spanloom.weaver;

import io.spanloom.weaver.aspectj.AspectjEngine;
import io.spanloom.weaver.finish.ClassFileWriter;
import io.spanloom.weaver.plan.ClassFolder;
import io.spanloom.weaver.plan.Dependencies;
import io.spanloom.weaver.plan.FolderLock;
import io.spanloom.weaver.plan.Planner;
import io.spanloom.weaver.plan.WeavePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ModuleNode;
import org.objectweb.asm.tree.ModuleRequireNode;

/**
 * Weaves a class folder, in place: reads it, plans, weaves, checks and writes.
 *
 * <p>Either all classes of a folder are woven or none; what is woven already stays as it is, so
 * that a second run changes nothing. Runs in several threads and processes wait for each other
 * where they must.
 */
public final class Weaver {

  private static final String RUNTIME_MODULE = "io.spanloom.runtime";

  private Weaver() {}

  /**
   * Weaves a folder.
   *
   * @param classes the folder that javac filled
   * @param classPath what its classes were compiled with; entries that do not exist are passed over
   * @return what was done
   * @throws WeaveException if the folder cannot be woven as its annotations ask; it is then as
   *     before
   */
  public static WeaveResult weave(Path classes, List<Path> classPath) throws WeaveException {
    if (!Files.isDirectory(classes)) {
      throw new WeaveException(
          Problem.Code.NO_FOLDER, "Class folder " + classes + " does not exist; compile first.");
    }
    try {
      return FolderLock.hold(classes, () -> weaveLocked(classes, classPath));
    } catch (UncheckedIOException failure) {
      throw unusable(classes, Objects.requireNonNull(failure.getCause()));
    } catch (IOException failure) {
      throw unusable(classes, failure);
    } catch (RuntimeException | LinkageError | StackOverflowError fault) {
      throw new WeaveException(
          Problem.Code.INTERNAL,
          "Class folder "
              + classes
              + " could not be woven, so nothing was: "
              + fault
              + "; this is a fault of Spanloom, please report it, with the classes.",
          fault);
    }
  }

  private static WeaveException unusable(Path classes, IOException failure) {
    return new WeaveException(
        Problem.Code.IO,
        "Class folder "
            + classes
            + " could not be read or written, so nothing was woven: "
            + reason(failure)
            + ".",
        failure);
  }

  /** What went wrong, in words; the messages of some exceptions are the name of a file alone. */
  private static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return failure.getMessage() + " is missing";
    }
    if (failure instanceof AccessDeniedException) {
      return "access to " + failure.getMessage() + " is denied";
    }
    return failure instanceof FileSystemException
        ? String.valueOf(failure.getMessage())
        : failure.toString();
  }

  private static WeaveResult weaveLocked(Path classes, List<Path> classPath)
      throws WeaveException, IOException {
    List<Path> entries = existing(classes, classPath);
    ClassFileWriter.removeLeftOvers(classes.toRealPath());
    ClassFolder folder = ClassFolder.read(classes);
    WeavePlan plan = Planner.plan(folder);
    List<Problem> warnings = new ArrayList<>(folder.warnings());
    warnings.addAll(Dependencies.unwoven(entries));
    if (plan.isEmpty()) {
      return new WeaveResult(List.of(), 0, plan.unchangedClasses(), warnings);
    }
    checkModule(folder.module());
    ClassFileWriter writer = new ClassFileWriter();
    try {
      new AspectjEngine(folder, entries).weave(plan, writer);
      writer.replace(inOrderOfWriting(folder, plan, writer.prepared()));
    } finally {
      writer.cancel();
    }
    return new WeaveResult(
        plan.toWeave().stream().map(WeavePlan.Target::name).sorted().toList(),
        plan.toWeave().stream().mapToInt(target -> target.methods().size()).sum(),
        plan.unchangedClasses(),
        warnings);
  }

  private static List<Path> existing(Path classes, List<Path> classPath) throws IOException {
    List<Path> result = new ArrayList<>();
    for (Path entry : classPath) {
      if (Files.exists(entry) && !Files.isSameFile(entry, classes)) {
        result.add(entry);
      }
    }
    return result;
  }

  /**
   * A woven class without its aspect fails when it is called; an aspect without its class does no
   * harm.
   */
  static List<Path> inOrderOfWriting(ClassFolder folder, WeavePlan plan, Collection<Path> files) {
    Set<Path> targets =
        plan.toWeave().stream()
            .map(target -> folder.fileOf(target.name()))
            .collect(Collectors.toSet());
    List<Path> result = new ArrayList<>(files);
    result.sort(Comparator.comparing(targets::contains));
    return result;
  }

  /**
   * While compiling, a module may see the runtime without a word of its own: one automatic module
   * that it requires, if only statically, lets it read all others. When it runs, what is not
   * required is not even there.
   */
  private static void checkModule(@Nullable ModuleNode module) throws WeaveException {
    if (module == null || module.requires == null) {
      return;
    }
    boolean mayReadRuntime = false;
    for (ModuleRequireNode required : module.requires) {
      boolean whenRun = (required.access & Opcodes.ACC_STATIC_PHASE) == 0;
      if (required.module.equals(RUNTIME_MODULE) && !whenRun) {
        throw new WeaveException(
            Problem.Code.MODULE,
            "Module "
                + module.name
                + " has 'requires static "
                + RUNTIME_MODULE
                + "', but its woven"
                + " classes need that module when they run; take 'static' away.");
      }
      mayReadRuntime |= whenRun && !isOfPlatform(required.module);
    }
    if (!mayReadRuntime) {
      throw new WeaveException(
          Problem.Code.MODULE,
          "Module "
              + module.name
              + " does not require "
              + RUNTIME_MODULE
              + ", but its woven classes need"
              + " that module when they run; add 'requires "
              + RUNTIME_MODULE
              + ";' to its module-info.java.");
    }
  }

  /** Whether a module is one of the JDK's, none of which requires the runtime for another. */
  private static boolean isOfPlatform(String module) {
    return module.startsWith("java.") || module.startsWith("jdk.");
  }
}
