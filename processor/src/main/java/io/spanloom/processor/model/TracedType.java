package io.spanloom.processor.model;

import com.squareup.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A class with traced methods.
 *
 * @param location the declaration
 * @param name the name in the source
 * @param binaryName the name in the JVM, such as {@code shop.Outer$Inner}
 * @param nameable whether code in the same package can name the class
 * @param annotationType whether it is an annotation type
 * @param aspectContext the environment of the generated aspect
 * @param methods the methods with an annotation of Spanloom, in source order
 * @param untracedImplementations the inherited implementations of annotated interface methods that
 *     are not traced
 */
public record TracedType(
    SourceLocation location,
    ClassName name,
    String binaryName,
    boolean nameable,
    boolean annotationType,
    AspectContext aspectContext,
    List<TracedMethod> methods,
    List<UntracedImplementation> untracedImplementations) {

  /**
   * Returns the class's canonical name.
   *
   * @return the name, package included
   */
  public String canonicalName() {
    return name.canonicalName();
  }

  /**
   * Returns the methods that are traced.
   *
   * @return all methods except excluded ones and those that only declare annotations for their
   *     implementations
   */
  public List<TracedMethod> traced() {
    return methods.stream().filter(method -> !method.isTemplate() && !method.excluded()).toList();
  }

  /**
   * Returns the methods that would be traced if they were not excluded.
   *
   * @return the excluded methods
   */
  public List<TracedMethod> excluded() {
    return methods.stream().filter(method -> !method.isTemplate() && method.excluded()).toList();
  }

  /**
   * Returns a copy of this class with other methods.
   *
   * @param others the methods
   * @return the copy
   */
  public TracedType withMethods(List<TracedMethod> others) {
    return new TracedType(
        location,
        name,
        binaryName,
        nameable,
        annotationType,
        aspectContext,
        others,
        untracedImplementations);
  }

  /**
   * Returns whether a path uses a type that another processor may still generate.
   *
   * @return true if the class should be read again in the next round
   */
  public boolean mayResolveLater() {
    return hasFault(AttributeSource.Fault.NOT_YET_GENERATED) || isMissingLibraryType();
  }

  /**
   * Returns whether a path uses a type of a library that is not on the class path. javac does not
   * report these.
   *
   * @return true if a library's type is missing
   */
  public boolean isMissingLibraryType() {
    return hasFault(AttributeSource.Fault.MISSING_TYPE);
  }

  private boolean hasFault(AttributeSource.Fault fault) {
    return methods.stream()
        .flatMap(method -> method.attributes().stream())
        .anyMatch(
            attribute ->
                attribute.source() instanceof AttributeSource.Broken broken
                    && broken.fault() == fault);
  }

  /**
   * An implementation of an annotated interface method that the class inherits from a superclass.
   * It is not traced, because the superclass does not implement the interface.
   *
   * @param method the method's name
   * @param interfaceName the interface's canonical name
   * @param superclass the superclass's canonical name
   * @param isFinal whether the class cannot override the method
   */
  public record UntracedImplementation(
      String method, String interfaceName, String superclass, boolean isFinal) {}

  /**
   * The environment of a generated aspect: its module, its package and the types it uses.
   *
   * @param module the module's name, empty for the unnamed module
   * @param missingModules the modules that generated code needs and cannot access
   * @param generatedAnnotation the {@code Generated} annotation, if the module can access one
   * @param qualifiedNames simple names that generated code must qualify instead of importing
   * @param importsJavaLang whether generated code must import the types of {@code java.lang},
   *     because a class named {@code java} prevents it from qualifying them
   * @param usesDeprecated whether generated code uses a deprecated type or member
   */
  public record AspectContext(
      String module,
      List<String> missingModules,
      Optional<ClassName> generatedAnnotation,
      SortedSet<String> qualifiedNames,
      boolean importsJavaLang,
      boolean usesDeprecated) {}
}
