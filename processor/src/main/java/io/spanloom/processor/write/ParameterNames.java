package io.spanloom.processor.write;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.TracedMethod;
import java.util.HashMap;
import java.util.HashSet;
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
  private final Map<Attribute, String> names = new HashMap<>();

  ParameterNames(TracedMethod method, AspectNames aspect) {
    this.aspect = aspect;
    Set<String> given = new HashSet<>();
    method.attributes().forEach(attribute -> given.add(attribute.parameter()));
    for (Attribute attribute : method.attributes()) {
      String name = attribute.parameter();
      while (mustNotBe(name)) {
        do {
          name += "_";
        } while (!given.add(name));
      }
      names.put(attribute, name);
    }
  }

  private boolean mustNotBe(String name) {
    return !SourceVersion.isName(name) || TAKEN.contains(name) || aspect.isConstant(name);
  }

  String of(Attribute attribute) {
    return names.getOrDefault(attribute, attribute.parameter());
  }
}
