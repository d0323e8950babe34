package io.spanloom.weaver.propagate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/**
 * The declaration of a generated class: the class whose calls carry the context.
 *
 * @param name the binary name of the generated class
 * @param type the internal name of the class that it declares
 * @param exempt the internal names of the nested classes that are exempt
 * @param explicit whether the class carries the annotation itself
 */
record PropagationMarker(String name, String type, Set<String> exempt, boolean explicit) {

  /** The binary name of the annotation of generated classes. */
  static final String GENERATED = "io.spanloom.runtime.woven.GeneratedPropagation";

  /** The binary name of the user's annotation. */
  static final String ANNOTATION = "io.spanloom.PropagateContext";

  /**
   * Reads the declaration of a class that carries {@link #GENERATED}.
   *
   * @return the declaration, or null if the class does not carry the annotation
   */
  static @Nullable PropagationMarker read(String name, byte[] classFile) {
    AnnotationNode annotation = annotation(classFile, GENERATED);
    if (annotation == null) {
      return null;
    }
    String type = "";
    Set<String> exempt = new HashSet<>();
    boolean explicit = true;
    for (int i = 0; i < annotation.values.size(); i += 2) {
      Object value = annotation.values.get(i + 1);
      if (value instanceof String text) {
        type = internal(text);
      } else if (value instanceof List<?> names) {
        names.forEach(each -> exempt.add(internal((String) each)));
      } else if (value instanceof Boolean flag) {
        explicit = flag;
      }
    }
    return new PropagationMarker(name, type, exempt, explicit);
  }

  /** Returns whether a class carries the user's annotation and is not exempt. */
  static boolean isAnnotated(byte[] classFile) {
    AnnotationNode annotation = annotation(classFile, ANNOTATION);
    return annotation != null && (annotation.values == null || !annotation.values.contains(false));
  }

  private static @Nullable AnnotationNode annotation(byte[] classFile, String name) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    String descriptor = "L" + internal(name) + ";";
    return type.invisibleAnnotations == null
        ? null
        : type.invisibleAnnotations.stream()
            .filter(each -> each.desc.equals(descriptor))
            .findFirst()
            .orElse(null);
  }

  private static String internal(String binaryName) {
    return binaryName.replace('.', '/');
  }
}
