package io.spanloom.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A class with traced methods.
 *
 * @param place where it is declared
 * @param name its name in a source
 * @param binaryName its name in the JVM, such as {@code shop.Outer$Inner}
 * @param nameable whether code of its package can name it
 * @param annotationType whether it is an annotation type
 * @param hidesJavaLang whether its package has a class that hides one of {@code java.lang} from the
 *     aspect
 * @param runtime how the runtime is seen from its module
 * @param methods the methods that bear an annotation of Spanloom, in the order of the source
 */
public record TracedType(
    Place place,
    ClassName name,
    String binaryName,
    boolean nameable,
    boolean annotationType,
    boolean hidesJavaLang,
    RuntimeAccess runtime,
    List<TracedMethod> methods) {

  /**
   * Returns the class's name in a pattern or a text, its package included.
   *
   * @return the canonical name
   */
  public String canonicalName() {
    return name.canonicalName();
  }

  /**
   * How what generated code uses is seen from a class.
   *
   * @param module the class's module, or empty for the unnamed one
   * @param missingModules the modules with what cannot be seen
   */
  public record RuntimeAccess(String module, List<String> missingModules) {}
}
