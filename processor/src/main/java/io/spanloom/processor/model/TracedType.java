package io.spanloom.processor.model;

import com.squareup.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A class with traced methods.
 *
 * @param place where it is declared
 * @param name its name in a source
 * @param binaryName its name in the JVM, such as {@code shop.Outer$Inner}
 * @param nameable whether code of its package can name it
 * @param annotationType whether it is an annotation type
 * @param aspectContext what the source of its aspect sees
 * @param methods the methods that bear an annotation of Spanloom, in the order of the source
 * @param unreached methods of interfaces that should be traced, but whose body is in a superclass
 *     that does not have the interface: {@code place of shop.Api, in shop.Base}
 */
public record TracedType(
    SourceLocation place,
    ClassName name,
    String binaryName,
    boolean nameable,
    boolean annotationType,
    AspectContext aspectContext,
    List<TracedMethod> methods,
    List<String> unreached) {

  /**
   * Returns the class's name in a pattern or a text, its package included.
   *
   * @return the canonical name
   */
  public String canonicalName() {
    return name.canonicalName();
  }

  /**
   * Returns the methods that become spans themselves.
   *
   * @return all but those that are left out, or speak for the methods that implement them
   */
  public List<TracedMethod> traced() {
    return methods.stream().filter(method -> !method.isTemplate() && !method.excluded()).toList();
  }

  /**
   * Returns the methods that an option leaves out of the build.
   *
   * @return those of them that would become spans
   */
  public List<TracedMethod> excluded() {
    return methods.stream().filter(method -> !method.isTemplate() && method.excluded()).toList();
  }

  /**
   * Returns whether a path meets a type that another processor may still write.
   *
   * @return true if it is worth to wait for a later round
   */
  public boolean isWaiting() {
    return meets(Source.Fault.NOT_YET) || isMissingAType();
  }

  /**
   * Returns whether a path meets a type that a library lacks, of which javac says nothing.
   *
   * @return true for such a type
   */
  public boolean isMissingAType() {
    return meets(Source.Fault.MISSING_TYPE);
  }

  private boolean meets(Source.Fault fault) {
    return methods.stream()
        .flatMap(method -> method.attributes().stream())
        .anyMatch(
            attribute ->
                attribute.source() instanceof Source.Broken broken && broken.fault() == fault);
  }

  /**
   * What the source of the aspect sees from its package and its module.
   *
   * @param module the module, or empty for the unnamed one
   * @param missingModules the modules with what generated code uses and cannot see
   * @param generatedAnnotation the {@code Generated} that it can bear, where there is one
   * @param writtenInFull simple names that are written with their package and not imported
   * @param namesDeprecated whether it has to name a type that is deprecated
   */
  public record AspectContext(
      String module,
      List<String> missingModules,
      Optional<ClassName> generatedAnnotation,
      SortedSet<String> writtenInFull,
      boolean namesDeprecated) {}
}
