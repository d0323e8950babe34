package io.spanloom.weaver.plan;

import io.spanloom.weaver.ClassFiles;
import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaverCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds local and anonymous classes that implement traced interface methods. Annotation processors
 * do not see these classes, so the interface's annotation has no effect there.
 */
public final class HiddenImplementations {

  private static final Pattern HIDDEN = Pattern.compile(".*\\$\\d.*");
  private static final String NOT_TRACED = "Lio/spanloom/NotTraced;";

  private final CompiledClasses compiled;
  private final ClassFiles files;
  private final Map<String, Optional<ClassNode>> nodes = new HashMap<>();

  private HiddenImplementations(CompiledClasses compiled, ClassFiles files) {
    this.compiled = compiled;
    this.files = files;
  }

  /**
   * Returns a warning for each method of a local or anonymous class that implements a traced method
   * of an interface of the same compilation.
   *
   * @throws IOException if a file cannot be read
   */
  public static List<Problem> warnings(CompiledClasses compiled, ClassFiles files)
      throws IOException {
    return new HiddenImplementations(compiled, files).warnings();
  }

  private List<Problem> warnings() throws IOException {
    List<Problem> result = new ArrayList<>();
    if (compiled.facts().isEmpty()) {
      return result;
    }
    for (String name : files.names()) {
      ClassNode node = HIDDEN.matcher(name).matches() ? read(name) : null;
      if (node != null && isHidden(node) && !carries(node.invisibleAnnotations, NOT_TRACED)) {
        addWarnings(node, result);
      }
    }
    return result;
  }

  private void addWarnings(ClassNode type, List<Problem> result) throws IOException {
    Map<String, ClassNode> supertypes = new TreeMap<>();
    addSupertypes(type, supertypes);
    Map<String, String> implemented = new HashMap<>();
    for (ClassNode supertype : supertypes.values()) {
      if ((supertype.access & Opcodes.ACC_INTERFACE) != 0) {
        tracedMethods(supertype)
            .forEach(method -> implemented.putIfAbsent(method, binary(supertype.name)));
      }
    }
    Set<String> reported = new TreeSet<>();
    for (MethodNode method : type.methods) {
      String declaring = implemented.get(method.name + method.desc);
      // A bridge has the descriptor of the generic interface's method.
      if (declaring != null
          && (method.access & Opcodes.ACC_STATIC) == 0
          && !isAnnotated(type, method.name)
          && reported.add(method.name)) {
        result.add(warning(type, method, declaring));
      }
    }
  }

  private Problem warning(ClassNode type, MethodNode method, String declaring) {
    String name = binary(type.name);
    return new Problem(
        WeaverCode.UNTRACED_IMPLEMENTATION,
        "Method "
            + method.name
            + " of "
            + name
            + " implements a traced method of "
            + declaring
            + " but is not traced, because annotation processors do not see local and anonymous"
            + " classes; move it to a named class, call Spans.withSpan in its body, or add"
            + " @NotTraced to it.",
        name,
        method.name + method.desc);
  }

  /** Returns whether an annotation on a method itself decides: @NotTraced or a span annotation. */
  private boolean isAnnotated(ClassNode type, String method) {
    return type.methods.stream()
        .filter(each -> each.name.equals(method))
        .flatMap(each -> annotations(each.invisibleAnnotations))
        .anyMatch(each -> each.equals(NOT_TRACED) || isSpanAnnotation(each));
  }

  /** Adds the supertypes of the same compilation. */
  private void addSupertypes(ClassNode type, Map<String, ClassNode> found) throws IOException {
    List<String> direct = new ArrayList<>(type.interfaces);
    if (type.superName != null) {
      direct.add(type.superName);
    }
    for (String supertype : direct) {
      ClassNode node = read(binary(supertype));
      if (node != null && found.put(node.name, node) == null) {
        addSupertypes(node, found);
      }
    }
  }

  /** Returns name and descriptor of the methods to which a span annotation applies. */
  private Set<String> tracedMethods(ClassNode type) {
    boolean all = annotations(type.invisibleAnnotations).anyMatch(this::isSpanAnnotation);
    boolean none = carries(type.invisibleAnnotations, NOT_TRACED);
    Set<String> result = new TreeSet<>();
    for (MethodNode method : type.methods) {
      boolean instance =
          (method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) == 0;
      boolean own = annotations(method.invisibleAnnotations).anyMatch(this::isSpanAnnotation);
      if (instance
          && (own || (all && !none))
          && !carries(method.invisibleAnnotations, NOT_TRACED)) {
        result.add(method.name + method.desc);
      }
    }
    return result;
  }

  /** Returns whether an annotation is a span annotation, or one composed in this compilation. */
  private boolean isSpanAnnotation(String descriptor) {
    if (ClassFactsReader.isSpanAnnotation(descriptor)) {
      return true;
    }
    ClassFacts composed =
        compiled.facts().get(binary(descriptor.substring(1, descriptor.length() - 1)));
    return composed != null
        && composed.annotations().stream()
            .anyMatch(
                each -> ClassFactsReader.isSpanAnnotation("L" + each.replace('.', '/') + ";"));
  }

  private static boolean isHidden(ClassNode type) {
    return type.innerClasses.stream().anyMatch(each -> each.outerName == null);
  }

  private static boolean carries(@Nullable List<AnnotationNode> annotations, String descriptor) {
    return annotations(annotations).anyMatch(descriptor::equals);
  }

  private static Stream<String> annotations(@Nullable List<AnnotationNode> annotations) {
    return annotations == null ? Stream.of() : annotations.stream().map(each -> each.desc);
  }

  private static String binary(String internalName) {
    return internalName.replace('/', '.');
  }

  private @Nullable ClassNode read(String name) throws IOException {
    Optional<ClassNode> known = nodes.get(name);
    if (known == null) {
      byte[] bytes = files.read(name);
      known = Optional.ofNullable(bytes == null ? null : parse(bytes));
      nodes.put(name, known);
    }
    return known.orElse(null);
  }

  private static @Nullable ClassNode parse(byte[] bytes) {
    ClassNode node = new ClassNode();
    try {
      new ClassReader(bytes)
          .accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return node;
    } catch (RuntimeException unreadable) {
      return null; // a class that is not traced must not prevent weaving
    }
  }
}
