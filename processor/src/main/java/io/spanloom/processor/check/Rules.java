package io.spanloom.processor.check;

import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.TracedType;
import java.util.List;

/** Every rule that a traced class has to keep, in the order in which they are applied. */
public final class Rules {

  /** Something that must hold for a class. */
  @FunctionalInterface
  interface TypeRule {
    void check(TracedType type, Report report);
  }

  /** Something that must hold for each of its methods. */
  @FunctionalInterface
  interface MethodRule {
    void check(TracedMethod method, Report report);
  }

  private static final List<TypeRule> OF_TYPES =
      List.of(
          TypeRules::runtimeVisible, TypeRules::notAnAnnotationType, TypeRules::bodiesAreReached);

  private static final List<MethodRule> OF_METHODS =
      List.of(
          MethodRules::hasBody,
          MethodRules::oneSpan,
          MethodRules::annotationIsKept,
          NameRules::namesAreNotBlank,
          AttributeRules::sourcesAreClear,
          PathRules::pathsLeadToValues,
          AttributeRules::keysDiffer,
          AttributeRules::keysAreFree,
          AttributeRules::typesAreSupported,
          SecretRules::secretsAreSaid,
          ContextParameterRules::typesFit,
          ContextParameterRules::oneParent,
          SpanRules::expectedAreNameable,
          SpanRules::eventsHaveNoAttributes,
          SpanRules::temperatureIsPossible,
          SpanRules::answerTellsSomething);

  private Rules() {}

  /**
   * Checks a class.
   *
   * @param type the class
   * @return what there is to say
   */
  public static Report check(TracedType type) {
    Report report = new Report();
    OF_TYPES.forEach(rule -> rule.check(type, report));
    if (report.isClean()) {
      type.methods().forEach(method -> check(method, report));
    }
    return report;
  }

  private static void check(TracedMethod method, Report report) {
    if (method.spans().isEmpty()) {
      MethodRules.attributesHaveSpan(method, report);
    } else {
      OF_METHODS.forEach(rule -> rule.check(method, report));
    }
  }
}
