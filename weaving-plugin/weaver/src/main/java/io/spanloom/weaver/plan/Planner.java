package io.spanloom.weaver.plan;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plan: compares what the annotations in the class files ask for with what the aspects
 * say that they reach and with what the classes call already.
 */
public final class Planner {

  private final Map<String, ClassFacts> all;
  private final List<WeavePlan.Target> toWeave = new ArrayList<>();
  private final List<String> toMakeReady = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int unchanged;

  private Planner(Map<String, ClassFacts> all) {
    this.all = all;
  }

  public static WeavePlan plan(ClassFolder folder) throws WeaveException {
    Planner planner = new Planner(folder.facts());
    for (ClassFacts type : folder.facts().values()) {
      if (type.aspect() != null) {
        planner.checkTarget(type, type.aspect());
      }
      ClassFacts aspect = folder.facts().get(ClassFacts.aspectOf(type.name()));
      Set<String> wanted = planner.wanted(type, aspect == null ? null : aspect.aspect());
      if (!wanted.isEmpty()) {
        planner.add(type, aspect, wanted);
      }
    }
    if (!planner.problems.isEmpty()) {
      throw new WeaveException(planner.problems);
    }
    return new WeavePlan(planner.toWeave, planner.toMakeReady, planner.unchanged);
  }

  /** The methods of a class that annotations ask to trace, its own and those that it inherits. */
  private Set<String> wanted(ClassFacts type, ClassFacts.@Nullable AspectFacts aspect) {
    Set<String> result = new TreeSet<>(type.annotatedMethods());
    if (aspect != null && aspect.target().equals(type.name())) {
      result.removeAll(aspect.excluded());
      aspect
          .inherited()
          .forEach(
              (method, inherited) -> {
                if (type.methods().contains(method) && stands(method, inherited)) {
                  result.add(method);
                }
              });
    }
    return result;
  }

  /**
   * Whether an annotation is where an aspect says. Of a library nobody takes it away, and from a
   * woven class the weaver itself has.
   */
  private boolean stands(String method, ClassFacts.Inherited inherited) {
    ClassFacts holder = all.get(inherited.holder());
    return holder == null
        || holder.annotations().contains(inherited.annotation())
        || (ConsumedAnnotations.isSpent(inherited.annotation())
            && holder.calls().containsKey(method));
  }

  private void checkTarget(ClassFacts type, ClassFacts.AspectFacts aspect) {
    ClassFacts target = all.get(aspect.target());
    if (target == null || (aspect.excluded().isEmpty() && wanted(target, aspect).isEmpty())) {
      problem(
          Problem.Code.NO_TARGET,
          "Aspect "
              + type.name()
              + " is left over: class "
              + aspect.target()
              + ", which it is for, is"
              + " missing or has no traced method; delete the aspect's class file, or build from clean.");
    }
  }

  /** Adds a class with annotated methods. */
  private void add(ClassFacts type, @Nullable ClassFacts aspectClass, Set<String> wanted) {
    if (type.hidden()) {
      for (String method : type.annotatedMethods()) {
        problem(
            Problem.Code.HIDDEN_METHOD,
            "Method "
                + MethodNames.of(method, type.name())
                + " of "
                + type.name()
                + " cannot be traced, because javac shows local and anonymous classes to no"
                + " annotation processor; move it to a named class, or use Spans.withSpan in its"
                + " body.");
      }
      return;
    }
    if (aspectClass == null || aspectClass.aspect() == null) {
      problem(
          type.isWoven() ? Problem.Code.ASPECT_GONE : Problem.Code.NO_ASPECT,
          type.isWoven()
              ? "Class "
                  + type.name()
                  + " is woven, but its aspect "
                  + ClassFacts.aspectOf(type.name())
                  + " has gone; build from clean."
              : "Method "
                  + MethodNames.of(wanted.iterator().next(), type.name())
                  + " of "
                  + type.name()
                  + " is annotated, but"
                  + " there is no aspect for it: the annotation processor did not run; put"
                  + " spanloom-processor on the compiler's processor path.");
      return;
    }
    compare(type, aspectClass.aspect(), wanted);
  }

  private void compare(ClassFacts type, ClassFacts.AspectFacts aspect, Set<String> annotated) {
    if (!annotated.equals(new TreeSet<>(aspect.methods()))
        || !aspect.target().equals(type.name())) {
      Set<String> differing = new TreeSet<>(annotated);
      differing.addAll(aspect.methods());
      differing.removeIf(method -> annotated.contains(method) && aspect.methods().contains(method));
      problem(
          Problem.Code.STALE_ASPECT,
          "The aspect of "
              + type.name()
              + " was generated from another version of the class, since they"
              + " differ in "
              + differing.stream()
                  .map(method -> MethodNames.of(method, type.name()))
                  .distinct()
                  .collect(Collectors.joining(", "))
              + "; build from clean.");
      return;
    }
    if (!type.isWoven()) {
      toWeave.add(new WeavePlan.Target(type.name(), annotated, addingOnly(aspect)));
      return;
    }
    Set<String> called = new LinkedHashSet<>();
    type.calls().values().forEach(called::addAll);
    if (!type.calls().keySet().equals(annotated) || !aspect.advice().containsAll(called)) {
      problem(
          Problem.Code.WOVEN_BY_ANOTHER,
          "Class "
              + type.name()
              + " is woven already, but not by its aspect as it is now; build from"
              + " clean.");
      return;
    }
    if (!aspect.ready()) {
      toMakeReady.add(ClassFacts.aspectOf(type.name()));
      return;
    }
    unchanged++;
  }

  private static Set<String> addingOnly(ClassFacts.AspectFacts aspect) {
    Set<String> result = new TreeSet<>();
    aspect
        .inherited()
        .forEach(
            (method, inherited) -> {
              if (ConsumedAnnotations.addsOnly(inherited.annotation())) {
                result.add(method);
              }
            });
    return result;
  }

  private void problem(Problem.Code code, String text) {
    problems.add(new Problem(code, text));
  }
}
