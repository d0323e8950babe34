package io.spanloom.weaver;

import io.spanloom.weaver.aspectj.AspectjEngine;
import io.spanloom.weaver.plan.CompiledClasses;
import io.spanloom.weaver.plan.HiddenImplementations;
import io.spanloom.weaver.plan.OpenTelemetryVersion;
import io.spanloom.weaver.plan.Planner;
import io.spanloom.weaver.plan.RequiredModules;
import io.spanloom.weaver.plan.UnwovenDependencies;
import io.spanloom.weaver.plan.WeavePlan;
import io.spanloom.weaver.propagate.ContextPropagation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Weaves a class folder in place: reads it, plans, weaves, verifies and writes.
 *
 * <p>A run weaves all classes of the folder or none. It leaves woven classes unchanged, so a second
 * run changes nothing. Concurrent runs on the same folder, in threads or processes, wait for each
 * other.
 */
public final class Weaver {

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
    return reporting("Class folder " + classes, () -> weaveFolder(classes, classPath));
  }

  /**
   * Weaves the class files of a compilation.
   *
   * @param files the class files; their {@code toString()} names them in messages, such as "Class
   *     folder target/classes"
   * @return the woven classes and the warnings
   * @throws WeaveException if they cannot be woven; they are then unchanged
   */
  public static WeaveResult weave(ClassFiles files) throws WeaveException {
    return reporting(files.toString(), () -> weaveAll(files, List.of()));
  }

  private interface Run {
    WeaveResult run() throws WeaveException, IOException;
  }

  private static WeaveResult reporting(String subject, Run run) throws WeaveException {
    try {
      return run.run();
    } catch (UncheckedIOException failure) {
      throw unusable(subject, Objects.requireNonNull(failure.getCause()));
    } catch (IOException failure) {
      throw unusable(subject, failure);
    } catch (RuntimeException | LinkageError | StackOverflowError fault) {
      throw new WeaveException(
          WeaverCode.INTERNAL,
          subject
              + " could not be woven: "
              + fault
              + ". This is a bug in Spanloom. Please report it with the classes.",
          fault);
    }
  }

  private static WeaveException unusable(String subject, IOException failure) {
    return new WeaveException(
        WeaverCode.FOLDER_ACCESS,
        subject + " could not be read or written, so nothing was woven: " + reason(failure) + ".",
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

  private static WeaveResult weaveFolder(Path classes, List<Path> classPath)
      throws WeaveException, IOException {
    List<Path> entries = existing(classes, classPath);
    try (ClassPath path = new ClassPath(entries)) {
      ClassFolder folder = ClassFolder.of(classes, path);
      return folder.whileLocked(
          () -> {
            folder.removeLeftovers();
            return weaveAll(folder, UnwovenDependencies.find(entries));
          });
    }
  }

  private static WeaveResult weaveAll(ClassFiles files, List<Problem> warnings)
      throws WeaveException, IOException {
    CompiledClasses compiled = CompiledClasses.read(files);
    WeavePlan plan = Planner.plan(compiled);
    List<Problem> allWarnings = new ArrayList<>(compiled.warnings());
    allWarnings.addAll(HiddenImplementations.warnings(compiled, files));
    allWarnings.addAll(warnings);
    ContextPropagation propagation = ContextPropagation.of(compiled, files);
    allWarnings.addAll(propagation.warnings());
    for (String obsolete : plan.obsoleteAspects()) {
      files.delete(obsolete);
    }
    for (String obsolete : propagation.obsolete()) {
      files.delete(obsolete);
    }
    if (plan.isEmpty() && propagation.isEmpty()) {
      return new WeaveResult(List.of(), 0, plan.unchangedClasses(), 0, allWarnings);
    }
    RequiredModules.check(compiled.module());
    allWarnings.addAll(OpenTelemetryVersion.problems(files));
    Set<String> targets = targets(plan);
    try {
      if (!plan.isEmpty()) {
        new AspectjEngine(propagation.rewrittenFiles()).weave(plan);
      }
      propagation.prepare(targets);
      files.replace(aspectsFirst(plan));
    } finally {
      files.cancel();
    }
    return new WeaveResult(
        targets.stream().sorted().toList(),
        plan.targets().stream().mapToInt(target -> target.methods().size()).sum(),
        plan.unchangedClasses(),
        propagation.changedCalls(),
        allWarnings);
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
   * Returns whether a class must be replaced after the aspects: a woven class fails without its
   * aspect, but an aspect is harmless without its class.
   */
  static Comparator<String> aspectsFirst(WeavePlan plan) {
    Set<String> targets = targets(plan);
    return Comparator.comparing(targets::contains);
  }

  private static Set<String> targets(WeavePlan plan) {
    return plan.targets().stream().map(WeavePlan.Target::name).collect(Collectors.toSet());
  }
}
