package io.spanloom.processor.check;

import io.spanloom.processor.model.PropagatingType;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.TracedType;
import io.spanloom.processor.model.Workflows;
import java.util.List;

/** All rules for a traced class, in the order in which they are checked. */
public final class Rules {

  /** A rule for a class. */
  @FunctionalInterface
  interface TypeRule {
    void check(TracedType type, Report report);
  }

  /** A rule for a method. */
  @FunctionalInterface
  interface MethodRule {
    void check(TracedMethod method, Report report);
  }

  private static final List<TypeRule> TYPE_RULES =
      List.of(
          TypeRules::runtimeIsAccessible,
          TypeRules::typeIsNotAnnotation,
          LimitRules::aspectHasFileName,
          TypeRules::inheritedImplementationsAreTraced);

  private static final List<MethodRule> SPAN_RULES =
      List.of(
          MethodRules::methodHasBody,
          MethodRules::spanIsUnique,
          MethodRules::annotationIsInClassFile,
          MethodRules::frameworkCreatesSpan,
          NameRules::namesAreNotBlank,
          AttributeRules::sourcesAreUnambiguous,
          PathRules::pathsHaveValues,
          AttributeRules::keysAreUnique,
          AttributeRules::keysAreNotReserved,
          AttributeRules::typesAreSupported,
          WorkflowRules::runPathsAreReadable,
          WorkflowRules::orderHasWorkflow,
          LimitRules::adviceHasParameters,
          SensitiveDataRules::sensitiveDataIsDeclared,
          ContextParameterRules::typesAreSupported,
          ContextParameterRules::parentIsUnambiguous,
          ResultRules::resultIsObserved,
          ResultRules::lazyResultIsSupported,
          SpanRules::expectedExceptionsAreAccessible,
          SpanRules::eventsHaveNoAttributes,
          AiRules::providerIsKnown,
          AiRules::temperatureIsValid,
          AgentRules::membersApplyToOperation,
          AgentRules::limitsArePositive,
          AiStreamRules::streamSpanHasStream,
          AiStreamRules::streamIsObserved,
          AiRules::usagePathIsValid,
          AiRules::responseIsReadable,
          AiRules::clientHasAccessors,
          AiRules::clientIsTracedOnce,
          AiRules::modelHasPrice);

  private Rules() {}

  /**
   * Checks a class. The methods are only checked if the class itself has no error.
   *
   * @param type the class
   * @param workflows the steps of all workflows
   * @return the diagnostics
   */
  public static Report check(TracedType type, Workflows workflows) {
    Report report = new Report();
    TYPE_RULES.forEach(rule -> rule.check(type, report));
    if (report.isClean()) {
      type.methods().forEach(method -> check(method, report));
      WorkflowRules.check(type, workflows, report);
    }
    return report;
  }

  /**
   * Checks a class that propagates the context.
   *
   * @param type the class
   * @return the diagnostics
   */
  public static Report check(PropagatingType type) {
    Report report = new Report();
    TypeRules.runtimeIsAccessible(type.aspectContext(), type.location(), report);
    return report;
  }

  private static void check(TracedMethod method, Report report) {
    if (method.spans().isEmpty()) {
      MethodRules.annotationsHaveSpan(method, report);
    } else {
      SPAN_RULES.forEach(rule -> rule.check(method, report));
    }
  }
}
