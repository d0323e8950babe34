package io.spanloom.processor.weave;

import io.spanloom.weaver.ClassFiles;
import io.spanloom.weaver.ClassFinder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The class files that a compilation wrote, read and replaced through the compiler's file manager,
 * which may keep them in memory or write a module's classes into a separate folder.
 */
final class CompilerClassFiles implements ClassFiles {

  private final Filer filer;
  private final Collection<String> names;
  private final Function<String, String> outputPackage;
  private final Function<String, Element> originatingElement;
  private final ClassFinder classPath;
  private final Map<String, byte[]> prepared = new TreeMap<>();

  /**
   * Creates a view of the class files.
   *
   * @param names the binary names of the classes that the compilation wrote
   * @param outputPackage returns a package's name in the output location
   * @param originatingElement returns the type whose source a class comes from
   * @param classPath finds the classes that the compilation depends on
   */
  CompilerClassFiles(
      Filer filer,
      Collection<String> names,
      Function<String, String> outputPackage,
      Function<String, Element> originatingElement,
      ClassFinder classPath) {
    this.filer = filer;
    this.names = names;
    this.outputPackage = outputPackage;
    this.originatingElement = originatingElement;
    this.classPath = classPath;
  }

  @Override
  public Collection<String> names() {
    return names;
  }

  @Override
  public byte @Nullable [] read(String name) throws IOException {
    // The compiler's file manager is not thread-safe.
    synchronized (classPath) {
      return CompilerClassPath.read(filer, StandardLocation.CLASS_OUTPUT, packageOf(name), name);
    }
  }

  @Override
  public byte @Nullable [] find(String name) throws IOException {
    byte[] own = read(name);
    return own == null ? classPath.find(name) : own;
  }

  @Override
  public String location(String name) {
    return name.replace('.', '/') + ".class";
  }

  @Override
  public void prepare(String name, byte[] content) {
    prepared.put(name, content);
  }

  @Override
  public void replace(Comparator<String> order) throws IOException {
    Map<String, FileObject> created = new TreeMap<>();
    for (String name : prepared.keySet()) {
      // It changes no file yet, so that a file manager that refuses leaves all files as they are.
      created.put(
          name,
          filer.createResource(
              StandardLocation.CLASS_OUTPUT,
              packageOf(name),
              CompilerClassPath.fileNameOf(name),
              originatingElement.apply(name)));
    }
    for (Map.Entry<String, FileObject> file :
        created.entrySet().stream().sorted(Map.Entry.comparingByKey(order)).toList()) {
      try (OutputStream out = file.getValue().openOutputStream()) {
        out.write(prepared.get(file.getKey()));
      }
    }
    prepared.clear();
  }

  @Override
  public void cancel() {
    prepared.clear();
  }

  @Override
  public void delete(String name) throws IOException {
    // Many file managers ignore this. Incremental builds, for which it matters, use folders.
    filer
        .getResource(
            StandardLocation.CLASS_OUTPUT, packageOf(name), CompilerClassPath.fileNameOf(name))
        .delete();
  }

  private String packageOf(String name) {
    return outputPackage.apply(CompilerClassPath.packageOf(name));
  }

  @Override
  public String toString() {
    return "The output of the compilation";
  }
}
