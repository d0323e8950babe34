package io.spanloom.processor.weave;

import io.spanloom.weaver.ClassFinder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** The class path and module path of a compilation, read through the compiler's file manager. */
final class CompilerClassPath implements ClassFinder {

  private final Filer filer;
  private final Elements elements;
  private final boolean modular;
  private final Map<String, List<String>> modulesByPackage = new HashMap<>();

  /**
   * Creates a class path.
   *
   * @param modular whether named modules are compiled
   */
  CompilerClassPath(Filer filer, Elements elements, boolean modular) {
    this.filer = filer;
    this.elements = elements;
    this.modular = modular;
  }

  // The compiler's file manager is not thread-safe.
  @Override
  public synchronized byte @Nullable [] find(String name) throws IOException {
    String packageName = packageOf(name);
    for (String module : modulesOf(packageName)) {
      byte[] content = read(filer, StandardLocation.MODULE_PATH, module + "/" + packageName, name);
      if (content != null) {
        return content;
      }
    }
    return read(filer, StandardLocation.CLASS_PATH, packageName, name);
  }

  private List<String> modulesOf(String packageName) {
    return modular
        ? modulesByPackage.computeIfAbsent(
            packageName,
            name ->
                elements.getAllModuleElements().stream()
                    .filter(module -> !module.isUnnamed())
                    .filter(module -> elements.getPackageElement(module, name) != null)
                    .map(ModuleElement::getQualifiedName)
                    .map(Object::toString)
                    .toList())
        : List.of();
  }

  /**
   * Reads a class file.
   *
   * @param name the binary name of the class
   * @param packageName the package; in a location of modules, prefixed with {@code module/}
   * @return its bytes, or null if it is missing or the compilation has no such location
   */
  static byte @Nullable [] read(
      Filer filer, JavaFileManager.Location location, String packageName, String name)
      throws IOException {
    try (InputStream content =
        filer.getResource(location, packageName, fileNameOf(name)).openInputStream()) {
      return content.readAllBytes();
    } catch (FileNotFoundException | NoSuchFileException | FilerException missing) {
      return null;
    } catch (RuntimeException noSuchLocation) {
      // The compiler throws various exceptions for locations and modules that it does not have.
      return null;
    }
  }

  /** Returns the package of a class. */
  static String packageOf(String binaryName) {
    return binaryName.substring(0, Math.max(0, binaryName.lastIndexOf('.')));
  }

  /** Returns the name of a class's file in the folder of its package. */
  static String fileNameOf(String binaryName) {
    return binaryName.substring(binaryName.lastIndexOf('.') + 1) + ".class";
  }
}
