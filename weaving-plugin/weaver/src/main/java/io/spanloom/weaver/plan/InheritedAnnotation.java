package io.spanloom.weaver.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An annotation that applies to a method without being on it: on its class, its package, a
 * superclass or an interface.
 *
 * @param method name and descriptor of the method
 * @param annotation the annotation's binary name
 * @param annotatedType the binary name of the type whose class file carries the annotation
 */
record InheritedAnnotation(String method, String annotation, String annotatedType) {

  private static final Pattern FORMAT = Pattern.compile("(\\S+) by (\\S+) on (\\S+)");

  /**
   * Parses a value of {@code GeneratedAspect.inherited}, such as {@code place()V by
   * io.spanloom.Traced on shop.Api}. The annotation processor writes this format.
   *
   * @throws IllegalArgumentException if the text has another format
   */
  static InheritedAnnotation parse(String text) {
    Matcher matcher = FORMAT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    return new InheritedAnnotation(matcher.group(1), matcher.group(2), matcher.group(3));
  }
}
