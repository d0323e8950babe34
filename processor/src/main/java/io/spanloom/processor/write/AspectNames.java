package io.spanloom.processor.write;

import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.TracedMethod;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * The identifiers of one aspect. The names of a method begin with words of which none begins
 * another, so that no two methods can meet in one name, and none is a word of AspectJ's pointcuts.
 * Where two want the same name, the second is numbered.
 */
public final class AspectNames {

  private static final String SUFFIX = "_Spans";

  private final Set<String> stems = new HashSet<>();
  private final Set<String> constants = new HashSet<>();
  private final Map<TracedMethod, String> stemOf = new HashMap<>();
  private final Map<TracedMethod, String> siteOf = new HashMap<>();
  private final Map<TracedMethod, String> resultOf = new HashMap<>();
  private final Map<String, String> keyOf = new HashMap<>();
  private final Set<String> adders = new HashSet<>();
  private final Map<String, String> adderOf = new HashMap<>();

  /**
   * The name of a class's aspect: its binary name, so that two classes never share one, and a
   * suffix.
   */
  public static String aspectOf(String binaryName) {
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
    return siteOf.computeIfAbsent(method, key -> take(constants, constant(sourceName(key))));
  }

  /** The constant of a key; where a site has the name already, it says that it is the key. */
  String key(String key, AttributeType.Key type) {
    return keyOf.computeIfAbsent(
        type + " " + key,
        unique -> {
          String constant = constant(key);
          return constants.add(constant) ? constant : take(constants, constant + "_KEY");
        });
  }

  /** The name of the method that sets an attribute; the same for the same body. */
  String add(String key, String body) {
    return adderOf.computeIfAbsent(
        body,
        unique -> {
          String name =
              Arrays.stream(constant(key).split("_", -1))
                  .filter(word -> !word.isEmpty())
                  .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining("", "add", ""));
          return take(adders, name);
        });
  }

  /** The constant of what reads attributes from a method's result. */
  String result(TracedMethod method) {
    return resultOf.computeIfAbsent(method, key -> take(constants, site(key) + "_RESULT"));
  }

  /** Whether a name, as one of advice's parameters, would hide a constant. */
  boolean isConstant(String name) {
    return constants.contains(name);
  }

  private String stem(TracedMethod method) {
    return stemOf.computeIfAbsent(
        method,
        key -> {
          String name = sourceName(key);
          int first = name.offsetByCodePoints(0, 1);
          return take(
              stems, name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first));
        });
  }

  private static String sourceName(TracedMethod method) {
    return method.isConstructor() ? "new" : method.name();
  }

  private static String take(Set<String> taken, String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  /** Turns {@code orderId} and {@code order.id} into {@code ORDER_ID}. */
  private static String constant(String name) {
    StringBuilder words = new StringBuilder();
    boolean afterLower = false;
    for (int c : name.codePoints().toArray()) {
      if (afterLower && Character.isUpperCase(c)) {
        words.append('_');
      }
      boolean usable = Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
      words.appendCodePoint(usable ? c : '_');
      afterLower = Character.isLowerCase(c) || Character.isDigit(c);
    }
    String constant = words.toString().toUpperCase(Locale.ROOT);
    return SourceVersion.isName(constant) ? constant : "_" + constant;
  }
}
