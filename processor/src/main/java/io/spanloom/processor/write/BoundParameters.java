package io.spanloom.processor.write;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.AttributeSource;
import io.spanloom.processor.model.MethodId;
import io.spanloom.processor.model.TracedMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parameters of a method that its advice binds.
 *
 * @param method the method
 * @param all the parameters, in source order
 */
record BoundParameters(TracedMethod method, List<AttributeSource.Parameter> all) {

  /** Returns the parameters that advice reads, in source order. */
  static BoundParameters of(TracedMethod method) {
    Map<Integer, AttributeSource.Parameter> result = new TreeMap<>();
    for (Attribute attribute : method.attributes()) {
      if (attribute.source() instanceof AttributeSource.Path path
          && path.root() instanceof AttributeSource.Parameter parameter) {
        // A path that reads a member of the parameter requires the parameter's own type.
        boolean valueOnly = path.steps().isEmpty();
        result.merge(parameter.index(), parameter, (known, next) -> valueOnly ? known : next);
      }
    }
    AiAdvice.request(method)
        .ifPresent(each -> result.put(each.parameter().index(), each.parameter()));
    AiAdvice.handler(method)
        .ifPresent(each -> result.put(each.parameter().index(), each.parameter()));
    method
        .contextParameters()
        .all()
        .forEach(each -> result.put(each.parameter().index(), each.parameter()));
    return new BoundParameters(method, List.copyOf(result.values()));
  }

  /** Returns the bound parameters in the order of the advice, which ends with a handler. */
  List<AttributeSource.Parameter> inAdvice() {
    int handler = AiAdvice.handler(method).map(each -> each.parameter().index()).orElse(-1);
    return all.stream()
        .sorted(Comparator.comparing(parameter -> parameter.index() == handler))
        .toList();
  }

  /** Returns the arguments of the pointcut: bound parameters by name, the others as wildcards. */
  String arguments(ParameterNames names) {
    List<String> arguments = new ArrayList<>();
    MethodId id = method.id();
    for (int i = 0; i < id.leadingParameters(); i++) {
      arguments.add("*");
    }
    for (AttributeSource.Parameter parameter : all) {
      while (arguments.size() < id.leadingParameters() + parameter.index()) {
        arguments.add("*");
      }
      arguments.add(names.of(parameter));
    }
    if (arguments.size() < id.leadingParameters() + id.parameterCount()) {
      arguments.add("..");
    }
    return String.join(", ", arguments);
  }
}
