package io.spanloom.weaver.propagate;

import io.spanloom.weaver.ClassFiles;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;

/** Finds the declaration that applies to a class: its own, or that of the innermost outer class. */
final class CoveredClasses {

  private final ClassFiles files;
  private final Map<String, PropagationMarker> markers;
  private final Map<String, String> outerClasses = new HashMap<>();

  /**
   * Creates an instance.
   *
   * @param markers the declarations, by internal name of the declared class
   */
  CoveredClasses(ClassFiles files, Map<String, PropagationMarker> markers) {
    this.files = files;
    this.markers = markers;
  }

  /**
   * Returns the declaration that applies to a class, or null.
   *
   * @param binaryName the binary name of the class
   * @throws IOException if a file cannot be read
   */
  @Nullable PropagationMarker markerOf(String binaryName) throws IOException {
    String type = binaryName.replace('.', '/');
    if (markers.keySet().stream().noneMatch(each -> type.equals(each) || isInside(type, each))) {
      return null;
    }
    for (String outer = type; !outer.isEmpty(); outer = outerClass(outer)) {
      PropagationMarker marker = markers.get(outer);
      if (marker != null) {
        return marker;
      }
      if (isExempt(outer)) {
        return null;
      }
    }
    return null;
  }

  /** Returns whether a class may be inside another one, judging by its name. */
  private static boolean isInside(String type, String outer) {
    return type.length() > outer.length()
        && type.startsWith(outer)
        && type.charAt(outer.length()) == '$';
  }

  private boolean isExempt(String type) {
    return markers.values().stream().anyMatch(each -> each.exempt().contains(type));
  }

  /** Returns the class that encloses another one, or an empty string. */
  private String outerClass(String type) throws IOException {
    String known = outerClasses.get(type);
    if (known == null) {
      byte[] classFile = files.read(type.replace('/', '.'));
      known = classFile == null ? "" : outerClass(type, classFile);
      outerClasses.put(type, known);
    }
    return known;
  }

  private static String outerClass(String type, byte[] classFile) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    for (InnerClassNode inner : node.innerClasses) {
      if (inner.name.equals(type) && inner.outerName != null) {
        return inner.outerName;
      }
    }
    return node.outerClass == null ? "" : node.outerClass;
  }
}
