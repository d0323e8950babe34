package io.spanloom.processor.write;

import com.palantir.javapoet.NameAllocator;
import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.TracedMethod;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The names of advice parameters: those of the source, but for names that the advice uses itself,
 * the aspect's constants among them, and words that AspectJ's pointcuts do not take as names.
 */
final class ParameterNames {

  private static final Set<String> TAKEN =
      Set.of(
          "start",
          "String",
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
          "proceed");

  private final Map<Attribute, String> names = new HashMap<>();

  ParameterNames(TracedMethod method, AspectNames constants) {
    NameAllocator allocator = new NameAllocator();
    for (Attribute attribute : method.attributes()) {
      String name = attribute.parameter();
      while (TAKEN.contains(name) || constants.isConstant(name)) {
        name += "_";
      }
      names.put(attribute, allocator.newName(name));
    }
  }

  String of(Attribute attribute) {
    return names.getOrDefault(attribute, attribute.parameter());
  }
}
