package io.spanloom.processor.read.path;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A segment of a path.
 *
 * @param name the name of a field, a property or a method
 * @param call whether the segment is a call without arguments
 */
record PathSegment(String name, boolean call) {

  private static final Pattern SEGMENT =
      Pattern.compile(
          "\\s*\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*(\\s*\\(\\s*\\))?\\s*");

  /** Splits a path into segments; returns null if it is not a valid path. */
  static @Nullable List<PathSegment> parse(String path) {
    List<String> parts = Arrays.asList(path.split("\\.", -1));
    if (!parts.stream().allMatch(part -> SEGMENT.matcher(part).matches())) {
      return null;
    }
    return parts.stream()
        .map(part -> part.replaceAll("\\s", ""))
        .map(part -> new PathSegment(part.replace("()", ""), part.endsWith("()")))
        .toList();
  }

  @Override
  public String toString() {
    return call ? name + "()" : name;
  }
}
