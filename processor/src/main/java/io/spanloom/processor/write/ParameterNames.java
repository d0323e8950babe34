package io.spanloom.processor.write;

import io.spanloom.processor.model.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The names of advice parameters: those of the source, but for names that the advice uses itself
 * and words that AspectJ's pointcuts do not take as names.
 */
final class ParameterNames {

  private static final Set<String> TAKEN =
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

  ParameterNames(List<Source.Parameter> parameters, AspectNames aspect) {
    this.aspect = aspect;
    Set<String> given = new HashSet<>();
    parameters.forEach(parameter -> given.add(parameter.name()));
    for (Source.Parameter parameter : parameters) {
      String name = parameter.name();
      while (mustNotBe(name)) {
        do {
          name += "_";
        } while (!given.add(name));
      }
      names.put(parameter.index(), name);
    }
  }

  private boolean mustNotBe(String name) {
    return !SourceVersion.isName(name) || TAKEN.contains(name) || aspect.isConstant(name);
  }

  String of(Source.Parameter parameter) {
    return names.getOrDefault(parameter.index(), parameter.name());
  }
}
