package io.spanloom.processor.write;

import io.spanloom.processor.model.AttributeSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The names of advice parameters: those of the source, except names that the advice uses itself and
 * keywords of AspectJ's pointcuts, which get an underscore appended.
 */
final class ParameterNames {

  private static final Set<String> RESERVED =
      Set.of(
          "start",
          "self",
          "args",
          "target",
          "execution",
          "call",
          "get",
          "set",
          "within",
          "withincode",
          "cflow",
          "cflowbelow",
          "handler",
          "initialization",
          "preinitialization",
          "staticinitialization",
          "adviceexecution",
          "thisJoinPoint",
          "thisJoinPointStaticPart",
          "thisEnclosingJoinPointStaticPart",
          "thisAspectInstance",
          "pointcut",
          "proceed",
          "String",
          "java");

  private final AspectNames aspect;
  private final Map<Integer, String> names = new HashMap<>();

  ParameterNames(List<AttributeSource.Parameter> parameters, AspectNames aspect) {
    this.aspect = aspect;
    Set<String> used = new HashSet<>();
    parameters.forEach(parameter -> used.add(parameter.name()));
    for (AttributeSource.Parameter parameter : parameters) {
      String name = lexable(parameter.name());
      while (isReserved(name)) {
        do {
          name += "_";
        } while (!used.add(name));
      }
      names.put(parameter.index(), name);
    }
  }

  /** Replaces the characters that AspectJ's pointcut parser rejects: those outside the BMP. */
  private static String lexable(String name) {
    return name.codePoints()
        .map(character -> Character.isBmpCodePoint(character) ? character : '_')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private boolean isReserved(String name) {
    return !SourceVersion.isName(name) || RESERVED.contains(name) || aspect.isConstant(name);
  }

  String of(AttributeSource.Parameter parameter) {
    return names.getOrDefault(parameter.index(), parameter.name());
  }
}
