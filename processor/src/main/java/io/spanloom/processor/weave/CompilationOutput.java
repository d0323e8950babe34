package io.spanloom.processor.weave;

import io.spanloom.weaver.ClassFiles;
import io.spanloom.weaver.ClassFinder;
import io.spanloom.weaver.ClassFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The location to which a compilation writes its class files.
 *
 * <p>A folder is read and written directly, which is faster than the compiler's file manager and
 * replaces files atomically. Other outputs are used through the file manager.
 */
final class CompilationOutput {

  /** Covers file systems that store times in steps of two seconds. */
  private static final long CLOCK_STEP_MILLIS = 2_000;

  private final long startMillis = System.currentTimeMillis();
  private final Filer filer;
  private final Elements elements;

  /** The modules of the traced types, by package; an unnamed module has an empty name. */
  private final Map<String, String> modules = new HashMap<>();

  CompilationOutput(ProcessingEnvironment environment) {
    this.filer = environment.getFiler();
    this.elements = environment.getElementUtils();
  }

  /** Adds a type that the weaver changes. */
  void add(String packageName, Element type) {
    ModuleElement module = elements.getModuleOf(type);
    modules.put(
        packageName,
        module == null || module.isUnnamed() ? "" : module.getQualifiedName().toString());
  }

  /**
   * Returns the class files that the compilation wrote.
   *
   * @param written their names; at least one
   * @param targets the types that the weaver changes, by name
   */
  ClassFiles files(Collection<String> written, Map<String, Element> targets) throws IOException {
    String first =
        targets.isEmpty() ? written.iterator().next() : targets.keySet().iterator().next();
    boolean severalModules = new HashSet<>(modules.values()).size() > 1;
    ClassFinder classPath =
        new CompilerClassPath(filer, elements, !Set.of("").containsAll(modules.values()));
    Path folder = severalModules ? null : folder(first);
    if (folder != null) {
      return ClassFolder.of(folder, written, classPath);
    }
    return new CompilerClassFiles(
        filer,
        written,
        name -> severalModules ? moduleOf(name) + "/" + name : name,
        name -> targets.get(name.replaceAll("_Spans$", "")),
        classPath);
  }

  /** Returns the module of a package, which may contain no traced type. */
  private String moduleOf(String packageName) {
    return modules.computeIfAbsent(
        packageName,
        name ->
            elements.getAllModuleElements().stream()
                .filter(module -> elements.getPackageElement(module, name) != null)
                .map(module -> module.getQualifiedName().toString())
                .findFirst()
                .orElse(""));
  }

  /** Returns the output folder, or null if the compiler does not write into a folder. */
  private @Nullable Path folder(String name) throws IOException {
    String fileName = CompilerClassPath.fileNameOf(name);
    String packageName = CompilerClassPath.packageOf(name);
    FileObject output;
    try {
      output = filer.getResource(StandardLocation.CLASS_OUTPUT, packageName, fileName);
    } catch (IOException | RuntimeException unsupported) {
      return null;
    }
    Path folder = OutputFolder.of(output, packageName);
    if (folder == null) {
      return null;
    }
    Path file = Path.of(output.toUri());
    byte[] content =
        CompilerClassPath.read(filer, StandardLocation.CLASS_OUTPUT, packageName, name);
    // A file manager may also filter or encrypt what it stores.
    boolean direct =
        Files.isRegularFile(file)
            ? content != null && Arrays.equals(content, Files.readAllBytes(file))
            : content == null;
    return direct ? folder : null;
  }

  /**
   * Returns whether the class files of the changed types are those that the compilation wrote. They
   * are not if the compiler writes them beside their sources, or hands them to another process that
   * has yet to write them.
   */
  boolean isAvailable(ClassFiles files, Collection<String> traced, Collection<String> propagating)
      throws IOException {
    List<String> names = new ArrayList<>(propagating);
    for (String target : traced) {
      names.add(target);
      names.add(ClassFiles.aspectOf(target));
    }
    for (String name : names) {
      if (files instanceof ClassFolder
          ? !isFresh(Path.of(files.location(name)))
          : files.read(name) == null) {
        return false;
      }
    }
    return true;
  }

  private boolean isFresh(Path file) throws IOException {
    return Files.isRegularFile(file)
        && Files.getLastModifiedTime(file).toMillis() + CLOCK_STEP_MILLIS >= startMillis;
  }
}
