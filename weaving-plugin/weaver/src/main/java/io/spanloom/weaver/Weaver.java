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
 * Weaves a class folder in place: reads it, plans, weaves, verifies and writes.
 *
 * <p>A run weaves all classes of the folder or none. It leaves woven classes unchanged, so a second
 * run changes nothing. Concurrent runs on the same folder, in threads or processes, wait for each
 * other.
 */
public final class Weaver {

  private static final String RUNTIME_MODULE = "io.spanloom.runtime";

  private Weaver() {}

  /**
   * Weaves a class folder.
   *
   * @param classes javac's output folder
   * @param classPath the class path of its compilation; entries that do not exist are ignored
   * @return the woven classes and the warnings
   * @throws WeaveException if the folder cannot be woven; it is then unchanged
   */
  public static WeaveResult weave(Path classes, List<Path> classPath) throws WeaveException {
    if (!Files.isDirectory(classes)) {
      throw new WeaveException(
          WeaverCode.NO_FOLDER, "Class folder " + classes + " does not exist; compile first.");
    }
    try {
      return FolderLock.hold(classes, () -> weaveLocked(classes, classPath));
    } catch (UncheckedIOException failure) {
      throw unusable(classes, Objects.requireNonNull(failure.getCause()));
    } catch (IOException failure) {
      throw unusable(classes, failure);
    } catch (RuntimeException | LinkageError | StackOverflowError fault) {
      throw new WeaveException(
          WeaverCode.INTERNAL,
          "Class folder "
              + classes
              + " could not be woven, so nothing was woven: "
              + fault
              + "; this is a bug in Spanloom, please report it with the classes.",
          fault);
    }
  }

  private static WeaveException unusable(Path classes, IOException failure) {
    return new WeaveException(
        WeaverCode.IO,
        "Class folder "
            + classes
            + " could not be read or written, so nothing was woven: "
            + reason(failure)
            + ".",
        failure);
  }

  /** Describes a failure; the message of some exceptions is only a file name. */
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
    ClassFileWriter.removeLeftovers(classes.toRealPath());
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
      writer.replace(aspectsFirst(folder, plan, writer.prepared()));
    } finally {
      writer.cancel();
    }
    return new WeaveResult(
        plan.targets().stream().map(WeavePlan.Target::name).sorted().toList(),
        plan.targets().stream().mapToInt(target -> target.methods().size()).sum(),
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
   * Sorts files so that aspects are written before their targets: a woven class fails without its
   * aspect, but an aspect is harmless without its class.
   */
  static List<Path> aspectsFirst(ClassFolder folder, WeavePlan plan, Collection<Path> files) {
    Set<Path> targets =
        plan.targets().stream()
            .map(target -> folder.fileOf(target.name()))
            .collect(Collectors.toSet());
    List<Path> result = new ArrayList<>(files);
    result.sort(Comparator.comparing(targets::contains));
    return result;
  }

  /**
   * Requires that the module reads the runtime module at run time. At compile time, one automatic
   * module among the required ones, even if only static, makes all others readable; at run time,
   * modules that nothing requires are not resolved.
   */
  private static void checkModule(@Nullable ModuleNode module) throws WeaveException {
    if (module == null || module.requires == null) {
      return;
    }
    boolean mayReadRuntime = false;
    for (ModuleRequireNode required : module.requires) {
      boolean atRunTime = (required.access & Opcodes.ACC_STATIC_PHASE) == 0;
      if (required.module.equals(RUNTIME_MODULE) && !atRunTime) {
        throw new WeaveException(
            WeaverCode.MODULE,
            "Module "
                + module.name
                + " declares 'requires static "
                + RUNTIME_MODULE
                + "', but its woven"
                + " classes need that module at run time; remove 'static'.");
      }
      mayReadRuntime |= atRunTime && !isPlatformModule(required.module);
    }
    if (!mayReadRuntime) {
      throw new WeaveException(
          WeaverCode.MODULE,
          "Module "
              + module.name
              + " does not require "
              + RUNTIME_MODULE
              + ", but its woven classes need"
              + " that module at run time; add 'requires "
              + RUNTIME_MODULE
              + ";' to its module-info.java.");
    }
  }

  /** Returns whether a module is part of the JDK; none of them makes the runtime readable. */
  private static boolean isPlatformModule(String module) {
    return module.startsWith("java.") || module.startsWith("jdk.");
  }
}
