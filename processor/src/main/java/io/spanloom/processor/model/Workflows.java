package io.spanloom.processor.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The known steps of all workflows: those of the compilation, and those of dependencies. */
public final class Workflows {

  private static final Comparator<KnownStep> DECLARATION_ORDER =
      Comparator.comparing(KnownStep::isInSource)
          .thenComparing(KnownStep::className)
          .thenComparing(KnownStep::order);

  private final Map<String, List<KnownStep>> stepsByClass = new TreeMap<>();

  /** Creates an empty collection. */
  public Workflows() {}

  /**
   * Returns the steps that a class declares or implements.
   *
   * @param type the class
   * @return the steps that belong to a named workflow, in source order
   */
  public static List<KnownStep> stepsOf(TracedType type) {
    List<KnownStep> result = new ArrayList<>();
    for (TracedMethod method : type.methods()) {
      for (SpanForm span : method.spans()) {
        if (span instanceof WorkflowForm.Step step && !step.workflow().text().isBlank()) {
          result.add(KnownStep.of(type, method, step, result.size()));
        }
      }
    }
    return result;
  }

  /**
   * Adds the steps of a class, and removes those that were added for it before.
   *
   * @param type the class
   */
  public void add(TracedType type) {
    List<KnownStep> steps = stepsOf(type);
    if (!steps.isEmpty()) {
      stepsByClass.put(type.binaryName(), steps);
    }
  }

  /**
   * Adds a step of a dependency.
   *
   * @param step the step
   */
  public void add(KnownStep step) {
    stepsByClass.computeIfAbsent(step.className(), key -> new ArrayList<>()).add(step);
  }

  /**
   * Returns the declarations of a step.
   *
   * @param workflow the workflow
   * @param name the step's name
   * @return the declarations in a fixed order, empty if there is no such step
   */
  public List<KnownStep> find(String workflow, String name) {
    return steps(workflow).stream().filter(step -> step.name().equals(name)).toList();
  }

  /**
   * Returns the names of a workflow's steps.
   *
   * @param workflow the workflow
   * @return the names, by class and in the order of declaration
   */
  public List<String> names(String workflow) {
    return List.copyOf(byName(workflow).keySet());
  }

  private List<KnownStep> steps(String workflow) {
    return stepsByClass.values().stream()
        .flatMap(Collection::stream)
        .filter(step -> step.workflow().equals(workflow))
        .sorted(DECLARATION_ORDER)
        .toList();
  }

  private Map<String, KnownStep> byName(String workflow) {
    Map<String, KnownStep> result = new LinkedHashMap<>();
    steps(workflow).forEach(step -> result.putIfAbsent(step.name(), step));
    return result;
  }

  /**
   * Returns the steps that a step comes after, directly or indirectly.
   *
   * @param workflow the workflow
   * @param name the step's name
   * @return the names; contains the step itself if it is part of a cycle
   */
  public Set<String> predecessors(String workflow, String name) {
    Map<String, KnownStep> steps = byName(workflow);
    Set<String> result = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(name));
    while (!open.isEmpty()) {
      KnownStep step = steps.get(open.remove(open.size() - 1));
      if (step != null) {
        step.after().stream().filter(result::add).forEach(open::add);
      }
    }
    return result;
  }

  /**
   * Returns a copy of a class whose steps know their positions. Requires a checked model.
   *
   * @param type the class
   * @return the copy
   */
  public TracedType place(TracedType type) {
    return stepsOf(type).isEmpty()
        ? type
        : type.withMethods(type.methods().stream().map(this::place).toList());
  }

  private TracedMethod place(TracedMethod method) {
    if (method.spans().size() != 1
        || !(method.span() instanceof WorkflowForm.Step step)
        || step.workflow().text().isEmpty()) {
      return method;
    }
    String workflow = step.workflow().text();
    List<String> order = order(workflow);
    WorkflowForm.Position position =
        new WorkflowForm.Position(order.indexOf(step.step().text()) + 1L, order.size());
    List<SpanForm.Name> before = new ArrayList<>();
    Map<String, KnownStep> steps = byName(workflow);
    step.after().forEach(name -> addTraced(name, steps, before));
    return method.withSpan(step.at(position, List.copyOf(before)));
  }

  /** Adds a step, or the steps before it if the step itself is not traced. */
  private static void addTraced(
      SpanForm.Name name, Map<String, KnownStep> steps, List<SpanForm.Name> traced) {
    KnownStep step = Optional.ofNullable(steps.get(name.text())).orElseThrow();
    if (!step.traced()) {
      step.after()
          .forEach(
              each -> addTraced(new SpanForm.Name(each, false, name.location()), steps, traced));
    } else if (traced.stream().noneMatch(each -> each.text().equals(name.text()))) {
      traced.add(name);
    }
  }

  /** Returns the steps of a workflow so that each comes after those it depends on. */
  private List<String> order(String workflow) {
    Map<String, KnownStep> left = byName(workflow);
    List<String> result = new ArrayList<>();
    while (!left.isEmpty()) {
      KnownStep next =
          left.values().stream()
              .filter(step -> step.after().stream().noneMatch(left::containsKey))
              .findFirst()
              .orElseThrow();
      left.remove(next.name());
      result.add(next.name());
    }
    return result;
  }
}
