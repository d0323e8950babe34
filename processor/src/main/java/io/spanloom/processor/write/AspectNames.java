package io.spanloom.processor.write;

import com.palantir.javapoet.NameAllocator;
import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.TracedMethod;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The identifiers of one aspect. The four names of a method begin with words of which none begins
 * another, so that no two methods can meet in one name, and none is a word of AspectJ's pointcuts.
 */
final class AspectNames {

  private static final String SUFFIX = "_Spans";

  private final NameAllocator stems = new NameAllocator();
  private final NameAllocator constants = new NameAllocator();
  private final Map<TracedMethod, String> stemOf = new HashMap<>();
  private final Map<TracedMethod, String> siteOf = new HashMap<>();
  private final Map<String, String> keyOf = new HashMap<>();

  /**
   * The name of a class's aspect: its binary name, so that two classes never share one, and a
   * suffix.
   */
  static String aspectOf(String binaryName) {
    return binaryName.substring(binaryName.lastIndexOf('.') + 1) + SUFFIX;
  }

  String pointcut(TracedMethod method) {
    return "bodyOf" + stem(method);
  }

  String start(TracedMethod method) {
    return "start" + stem(method);
  }

  String end(TracedMethod method) {
    return "end" + stem(method);
  }

  String fail(TracedMethod method) {
    return "fail" + stem(method);
  }

  String read(TracedMethod method) {
    return "read" + stem(method);
  }

  String site(TracedMethod method) {
    return siteOf.computeIfAbsent(
        method, key -> constants.newName(constant(key.isConstructor() ? "new" : key.name())));
  }

  String key(String key, AttributeType.Key type) {
    return keyOf.computeIfAbsent(type + " " + key, unique -> constants.newName(constant(key)));
  }

  /** Returns whether a site or key has a name; to be asked once all have. */
  boolean isConstant(String name) {
    return siteOf.containsValue(name) || keyOf.containsValue(name);
  }

  private String stem(TracedMethod method) {
    return stemOf.computeIfAbsent(
        method,
        key -> {
          String name = key.isConstructor() ? "new" : key.name();
          int first = name.offsetByCodePoints(0, 1);
          return stems.newName(
              name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first));
        });
  }

  /** Turns {@code orderId} and {@code order.id} into {@code ORDER_ID}. */
  private static String constant(String name) {
    StringBuilder result = new StringBuilder();
    boolean afterLower = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (afterLower && Character.isUpperCase(c)) {
        result.append('_');
      }
      result.append(Character.isJavaIdentifierPart(c) ? c : '_');
      afterLower = Character.isLowerCase(c) || Character.isDigit(c);
    }
    return result.toString().toUpperCase(Locale.ROOT);
  }
}
