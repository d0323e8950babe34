package io.spanloom.weaver.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a class file that the weaver needs.
 *
 * @param name the class's binary name
 * @param hidden whether the class is local or anonymous and so invisible to annotation processors
 * @param annotatedMethods name and descriptor of the methods with a body that carry a span
 *     annotation
 * @param methods name and descriptor of all methods with a body
 * @param annotations the binary names of the annotations on the class and its methods
 * @param calls by method, its calls to the class's aspect: the name and descriptor of the advice,
 *     or the key of the {@link DirectCall}
 * @param aspect the aspect's declarations, or null if the class is not an aspect
 */
public record ClassFacts(
    String name,
    boolean hidden,
    List<String> annotatedMethods,
    Set<String> methods,
    Set<String> annotations,
    Map<String, Set<String>> calls,
    @Nullable AspectFacts aspect) {

  private static final String ASPECT_SUFFIX = "_Spans";

  /**
   * The declarations of an aspect.
   *
   * @param target the binary name of the class that the aspect advises
   * @param methods name and descriptor of each method that the aspect advises; empty if it is
   *     reduced
   * @param inherited by method, the annotation that applies to it without being on it
   * @param excluded annotated methods that the build excludes from tracing
   * @param members the names of the fields, and name and descriptor of the methods
   * @param reduced whether the weaver has reduced the aspect to what woven classes need
   */
  public record AspectFacts(
      String target,
      Set<String> methods,
      Map<String, InheritedAnnotation> inherited,
      Set<String> excluded,
      Set<String> members,
      boolean reduced) {

    /** Returns the methods whose advice only adds attributes to the current span. */
    Set<String> attributesOnly() {
      Set<String> result = new TreeSet<>();
      inherited.forEach(
          (method, annotation) -> {
            if (ConsumedAnnotations.addsAttributesOnly(annotation.annotation())) {
              result.add(method);
            }
          });
      return result;
    }
  }

  /** Returns the binary name of a class's aspect; also converts internal names. */
  public static String aspectOf(String binaryName) {
    return binaryName + ASPECT_SUFFIX;
  }

  /** Returns the class that an aspect is named after, or the name itself if it has no suffix. */
  public static String typeOf(String aspect) {
    return isAspect(aspect)
        ? aspect.substring(0, aspect.length() - ASPECT_SUFFIX.length())
        : aspect;
  }

  /** Returns whether a class may be an aspect, judging by its binary or internal name. */
  public static boolean isAspect(String name) {
    return name.endsWith(ASPECT_SUFFIX);
  }

  /** Returns whether a file may be an aspect, judging by its name. */
  public static boolean isAspectFile(String path) {
    return path.endsWith(ASPECT_SUFFIX + ".class");
  }

  boolean isKotlin() {
    return annotations.contains("kotlin.Metadata");
  }

  boolean isWoven() {
    return !calls.isEmpty();
  }
}
