package io.spanloom.processor.write;

import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.TracedMethod;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * The identifiers of one aspect. The names for a method start with prefixes none of which is the
 * prefix of another, so that the names of two methods never clash, and none is a keyword of
 * AspectJ's pointcuts. The names for an overloaded method end with its parameter types, so that
 * they do not change if another overload is added. If two elements would still get the same name,
 * the second is numbered.
 */
public final class AspectNames {

  private static final String SUFFIX = "_Spans";

  /** The length of the parameter types from which overloads are numbered instead. */
  private static final int MAX_TYPES_LENGTH = 60;

  private final Set<String> overloaded = new HashSet<>();
  private final Set<String> stems = new HashSet<>();
  private final Set<String> constants = new HashSet<>();
  private final Map<TracedMethod, String> stemOf = new HashMap<>();
  private final Map<TracedMethod, String> siteOf = new HashMap<>();
  private final Map<TracedMethod, String> resultOf = new HashMap<>();
  private final Map<TracedMethod, String> chunksOf = new HashMap<>();
  private final Map<String, String> keyOf = new HashMap<>();
  private final Set<String> pathMethods = new HashSet<>();
  private final Map<String, String> pathMethodOf = new HashMap<>();

  /** Creates the identifiers for an aspect that advises the given methods. */
  AspectNames(Collection<TracedMethod> methods) {
    Set<String> names = new HashSet<>();
    for (TracedMethod method : methods) {
      if (!names.add(sourceName(method))) {
        overloaded.add(sourceName(method));
      }
      method.attributes().stream()
          .flatMap(attribute -> PathWriter.staticTypes(attribute.source()))
          .forEach(constants::add); // In an expression, a constant would hide a type.
    }
  }

  /**
   * Returns the simple name of a class's aspect: the class's binary name, which is unique in its
   * package, and a suffix.
   *
   * @param binaryName the class's binary name
   * @return the aspect's name
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

  String response(TracedMethod method) {
    return "responseOf" + stem(method);
  }

  String request(TracedMethod method) {
    return "requestOf" + stem(method);
  }

  String site(TracedMethod method) {
    return siteOf.computeIfAbsent(method, key -> unique(constants, constant(distinctName(key))));
  }

  /** Returns the constant for a key, with the suffix {@code _KEY} if a site has the same name. */
  String key(String key, AttributeType.Key type) {
    return keyOf.computeIfAbsent(
        type + " " + key,
        identity -> {
          String constant = constant(key);
          return constants.add(constant) ? constant : unique(constants, constant + "_KEY");
        });
  }

  /** Returns the name of the method that sets an attribute; equal bodies share a method. */
  String pathMethod(String key, String body) {
    return pathMethodOf.computeIfAbsent(
        body,
        identity -> {
          String name =
              Arrays.stream(constant(key).split("_", -1))
                  .filter(word -> !word.isEmpty())
                  .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining("", "add", ""));
          return unique(pathMethods, name);
        });
  }

  /** Returns the constant for the object that reads attributes from a method's result. */
  String result(TracedMethod method) {
    return resultOf.computeIfAbsent(method, key -> unique(constants, site(key) + "_RESULT"));
  }

  /** Returns the constant for the object that reads the chunks that a handler receives. */
  String chunks(TracedMethod method) {
    return chunksOf.computeIfAbsent(method, key -> unique(constants, site(key) + "_CHUNKS"));
  }

  /** Returns whether an advice parameter with a name would hide a constant. */
  boolean isConstant(String name) {
    return constants.contains(name);
  }

  private String stem(TracedMethod method) {
    return stemOf.computeIfAbsent(method, key -> unique(stems, capitalized(distinctName(key))));
  }

  /** Returns a method's name, followed by its parameter types if the method is overloaded. */
  private String distinctName(TracedMethod method) {
    String name = sourceName(method);
    String types = overloaded.contains(name) ? parameterTypes(method) : "";
    return types.length() > MAX_TYPES_LENGTH ? name : name + types;
  }

  /** Returns the simple names of a method's parameter types, such as {@code StringIntArray}. */
  private static String parameterTypes(TracedMethod method) {
    String signature = method.signature();
    String types = signature.substring(signature.indexOf('(') + 1, signature.length() - 1);
    return Arrays.stream(types.replace("...", "[]").replace("[]", "Array").split(", "))
        .filter(type -> !type.isEmpty())
        .map(AspectNames::capitalized)
        .collect(Collectors.joining());
  }

  private static String capitalized(String name) {
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
  }

  private static String sourceName(TracedMethod method) {
    return method.isConstructor() ? "new" : method.id().name();
  }

  private static String unique(Set<String> taken, String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  /** Converts {@code orderId} and {@code order.id} to {@code ORDER_ID}. */
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
