package io.spanloom.processor.read.ai;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits the paths of {@link AiType}. */
final class AiPaths {

  private AiPaths() {}

  /** Splits a path at its dots, except those in the name of a type. */
  static List<String> split(String path) {
    List<String> result = new ArrayList<>();
    int start = 0;
    boolean inType = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      inType = c == '<' || (inType && c != '>');
      if (c == '.' && !inType) {
        result.add(path.substring(start, i));
        start = i + 1;
      }
    }
    result.add(path.substring(start));
    return result;
  }

  static String accessor(String segment) {
    int end = 0;
    while (end < segment.length() && Character.isJavaIdentifierPart(segment.charAt(end))) {
      end++;
    }
    return segment.substring(0, end);
  }

  static boolean isEach(String segment) {
    return segment.endsWith("[]");
  }

  static boolean isCondition(String segment) {
    return segment.endsWith("?");
  }

  /** Returns the type to which a segment casts, or null if it does not. */
  static @Nullable String cast(String segment) {
    int start = segment.indexOf('<');
    return start < 0 ? null : segment.substring(start + 1, segment.length() - 1);
  }
}
