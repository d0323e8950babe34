package io.spanloom.weaver.plan;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.WeaverCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plans a run: compares the annotated methods with the methods that the aspects advise and with the
 * calls to advice that the classes already contain.
 */
public final class Planner {

  private final CompiledClasses compiled;
  private final Map<String, ClassFacts> classes;
  private final List<WeavePlan.Target> targets = new ArrayList<>();
  private final List<String> aspectsToReduce = new ArrayList<>();
  private final List<String> obsoleteAspects = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int unchanged;

  private Planner(CompiledClasses compiled) {
    this.compiled = compiled;
    this.classes = compiled.facts();
  }

  /**
   * Plans what to weave.
   *
   * @throws WeaveException if classes and aspects do not match
   * @throws IOException if a file cannot be read
   */
  public static WeavePlan plan(CompiledClasses compiled) throws WeaveException, IOException {
    Planner planner = new Planner(compiled);
    for (ClassFacts type : compiled.facts().values()) {
      if (type.aspect() != null) {
        planner.checkTarget(type, type.aspect());
      }
      ClassFacts aspect = compiled.facts().get(ClassFacts.aspectOf(type.name()));
      Set<String> methods = planner.tracedMethods(type, aspect == null ? null : aspect.aspect());
      if (!methods.isEmpty()) {
        planner.add(type, aspect, methods);
      }
    }
    if (!planner.problems.isEmpty()) {
      throw new WeaveException(planner.problems);
    }
    return new WeavePlan(
        planner.targets, planner.aspectsToReduce, planner.obsoleteAspects, planner.unchanged);
  }

  /** Returns the methods to trace: the annotated ones and those with an inherited annotation. */
  private Set<String> tracedMethods(ClassFacts type, ClassFacts.@Nullable AspectFacts aspect) {
    Set<String> result = new TreeSet<>(type.annotatedMethods());
    if (aspect != null && aspect.target().equals(type.name())) {
      result.removeAll(aspect.excluded());
      aspect
          .inherited()
          .forEach(
              (method, inherited) -> {
                if (type.methods().contains(method) && isPresent(inherited)) {
                  result.add(method);
                }
              });
    }
    return result;
  }

  /**
   * Returns whether an inherited annotation is still on the type that the aspect names. Types of
   * libraries are not checked, and the weaver itself removes some annotations from woven methods.
   */
  private boolean isPresent(InheritedAnnotation inherited) {
    ClassFacts annotatedType = classes.get(inherited.annotatedType());
    return annotatedType == null
        || annotatedType.annotations().contains(inherited.annotation())
        || (ConsumedAnnotations.isConsumed(inherited.annotation())
            && annotatedType.calls().containsKey(inherited.method()));
  }

  /** Collects an obsolete aspect: its class was deleted, or no longer has a traced method. */
  private void checkTarget(ClassFacts type, ClassFacts.AspectFacts aspect) throws IOException {
    String name = aspect.target();
    ClassFacts target = classes.get(name);
    if (target != null
        && !(aspect.excluded().isEmpty() && tracedMethods(target, aspect).isEmpty())) {
      return;
    }
    if (target == null && compiled.isElsewhere(name)) {
      problem(
          WeaverCode.OBSOLETE_ASPECT,
          name,
          "Aspect "
              + type.name()
              + " cannot be woven, because its class "
              + name
              + " is in another folder or jar; put both into one folder, and weave that folder.");
    } else if (target != null && target.isWoven()) {
      problem(
          WeaverCode.OBSOLETE_ASPECT,
          name,
          "Class "
              + name
              + " no longer has a traced method, but is woven with aspect "
              + type.name()
              + "; run a clean build.");
    } else {
      obsoleteAspects.add(type.name());
    }
  }

  private void add(ClassFacts type, @Nullable ClassFacts aspectClass, Set<String> methods)
      throws IOException {
    if (type.hidden()) {
      for (String method : type.annotatedMethods()) {
        problem(
            WeaverCode.HIDDEN_METHOD,
            type.name(),
            method,
            "Method "
                + MethodNames.of(method, type.name())
                + " of "
                + type.name()
                + " cannot be traced, because annotation processors do not see local and anonymous"
                + " classes; move it to a named class, or call Spans.withSpan in its body.");
      }
      return;
    }
    if (aspectClass == null || aspectClass.aspect() == null) {
      problem(
          type.isWoven() ? WeaverCode.MISSING_ASPECT : WeaverCode.NO_ASPECT,
          type.name(),
          type.isWoven() ? null : methods.iterator().next(),
          type.isWoven()
              ? "Class "
                  + type.name()
                  + " is woven, but its aspect "
                  + ClassFacts.aspectOf(type.name())
                  + " is missing; run a clean build."
              : "Method "
                  + MethodNames.of(methods.iterator().next(), type.name())
                  + " of "
                  + type.name()
                  + " is annotated but has no aspect, because the annotation processor did not run;"
                  + (type.isKotlin()
                      ? " add spanloom-processor to the annotation processors of kapt, Kotlin's"
                          + " annotation processing."
                      : " add spanloom-processor to the compiler's annotation processor path."));
      return;
    }
    compare(type, aspectClass.aspect(), methods);
  }

  private void compare(ClassFacts type, ClassFacts.AspectFacts aspect, Set<String> traced)
      throws IOException {
    if (!aspect.target().equals(type.name())) {
      problem(
          WeaverCode.STALE_ASPECT,
          type.name(),
          "Aspect "
              + ClassFacts.aspectOf(type.name())
              + " was generated for class "
              + aspect.target()
              + " instead of "
              + type.name()
              + "; run a clean build.");
      return;
    }
    if (aspect.reduced()) {
      compareWoven(type, aspect, traced);
      return;
    }
    if (!traced.equals(new TreeSet<>(aspect.methods()))) {
      Set<String> differing = new TreeSet<>(traced);
      differing.addAll(aspect.methods());
      differing.removeIf(method -> traced.contains(method) && aspect.methods().contains(method));
      problem(
          WeaverCode.STALE_ASPECT,
          type.name(),
          "The aspect of "
              + type.name()
              + " was generated from a different version of the class: they differ in "
              + differing.stream()
                  .map(method -> MethodNames.of(method, type.name()))
                  .distinct()
                  .collect(Collectors.joining(", "))
              + "; run a clean build.");
      return;
    }
    if (!type.isWoven()) {
      targets.add(new WeavePlan.Target(type.name(), traced, aspect.attributesOnly()));
      return;
    }
    String aspectName = ClassFacts.aspectOf(type.name());
    if (!type.calls().keySet().equals(traced)
        || !compiled.possibleCalls(aspectName, aspect).containsAll(called(type))) {
      wovenWithOtherAspect(type);
      return;
    }
    aspectsToReduce.add(aspectName);
  }

  /** Compares a class with an aspect that has been woven into it or an earlier version of it. */
  private void compareWoven(ClassFacts type, ClassFacts.AspectFacts aspect, Set<String> traced) {
    if (!type.isWoven()) {
      problem(
          WeaverCode.STALE_ASPECT,
          type.name(),
          "Class "
              + type.name()
              + " was recompiled without its aspect, which is already woven; run a clean build.");
    } else if (!type.calls().keySet().equals(traced)
        || !called(type).stream()
            .allMatch(call -> aspect.members().contains(DirectCall.member(call)))) {
      wovenWithOtherAspect(type);
    } else {
      unchanged++;
    }
  }

  private static Set<String> called(ClassFacts type) {
    return type.calls().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  private void wovenWithOtherAspect(ClassFacts type) {
    problem(
        WeaverCode.WOVEN_WITH_OTHER_ASPECT,
        type.name(),
        "Class "
            + type.name()
            + " is already woven, but by a different version of its aspect; run a clean build.");
  }

  private void problem(WeaverCode code, String className, String message) {
    problem(code, className, null, message);
  }

  private void problem(WeaverCode code, String className, @Nullable String method, String message) {
    problems.add(new Problem(code, message, className, method));
  }
}
