package io.spanloom.processor.model;

import com.squareup.javapoet.ClassName;
import java.util.List;

/**
 * A class whose calls carry the current context to other threads.
 *
 * @param location the annotation, or the declaration if the package or an option covers the class
 * @param name the name in the source
 * @param binaryName the name in the JVM, such as {@code shop.Outer$Inner}
 * @param nameable whether code in the same package can name the class
 * @param explicit whether the class carries the annotation itself
 * @param exempt the binary names of the nested classes that are exempt
 * @param aspectContext the environment of the generated class
 */
public record PropagatingType(
    SourceLocation location,
    ClassName name,
    String binaryName,
    boolean nameable,
    boolean explicit,
    List<String> exempt,
    TracedType.AspectContext aspectContext) {

  /**
   * Returns the class's canonical name.
   *
   * @return the name, package included
   */
  public String canonicalName() {
    return name.canonicalName();
  }
}
