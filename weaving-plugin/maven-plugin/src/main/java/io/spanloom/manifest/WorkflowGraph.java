package io.spanloom.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The steps of a workflow and their order.
 *
 * @param name the workflow's name
 * @param steps the steps, each after those that come before it
 */
record WorkflowGraph(String name, List<Step> steps) {

  /**
   * A step.
   *
   * @param index its position in the workflow, or 0 if another module declares it
   * @param name its name
   * @param events whether it is recorded as events
   * @param after the steps that come before
   */
  record Step(long index, String name, boolean events, List<String> after) {}

  WorkflowGraph {
    steps = List.copyOf(steps);
  }

  /** Returns the workflows of a manifest, sorted by name. */
  static List<WorkflowGraph> of(Manifest manifest) {
    Map<String, Map<String, Step>> workflows = new TreeMap<>();
    for (DescribedClass type : manifest.classes()) {
      for (DescribedSpan span : type.spans()) {
        String workflow = span.constant("workflow.name");
        if (workflow != null && span.form().startsWith("step")) {
          workflows
              .computeIfAbsent(workflow, name -> new TreeMap<>())
              .putIfAbsent(span.label(), step(span));
        }
      }
    }
    List<WorkflowGraph> result = new ArrayList<>();
    workflows.forEach((name, steps) -> result.add(of(name, steps)));
    return result;
  }

  private static Step step(DescribedSpan span) {
    String index = span.constant("workflow.step.index");
    return new Step(
        index == null ? 0 : Long.parseLong(index),
        span.label(),
        span.form().equals("step events"),
        span.after() == null ? List.of() : span.after());
  }

  private static WorkflowGraph of(String name, Map<String, Step> known) {
    Map<String, Step> all = new LinkedHashMap<>();
    known.values().stream()
        .flatMap(step -> step.after().stream())
        .filter(before -> !known.containsKey(before))
        .sorted()
        .forEach(before -> all.put(before, new Step(0, before, false, List.of())));
    known.values().stream()
        .sorted(Comparator.comparing(Step::index).thenComparing(Step::name))
        .forEach(step -> all.put(step.name(), step));
    return new WorkflowGraph(name, List.copyOf(all.values()));
  }

  /** Returns the column of each step: the length of the longest path to it. */
  Map<String, Integer> columns() {
    Map<String, Integer> result = new LinkedHashMap<>();
    // The steps are sorted, so that those that come before have their column already.
    for (Step step : steps) {
      int column = 0;
      for (String before : step.after()) {
        column = Math.max(column, result.getOrDefault(before, 0) + 1);
      }
      result.put(step.name(), column);
    }
    return result;
  }

  /** Returns the workflow as the text of a Mermaid flow chart. */
  String mermaid() {
    StringBuilder text = new StringBuilder("flowchart LR\n");
    Map<String, String> ids = new LinkedHashMap<>();
    for (Step step : steps) {
      String id = "s" + (ids.size() + 1);
      ids.put(step.name(), id);
      text.append("  ").append(id).append(step.events() ? "([\"" : "[\"");
      text.append(escaped(label(step))).append(step.events() ? "\"])\n" : "\"]\n");
    }
    for (Step step : steps) {
      for (String before : step.after()) {
        text.append("  ").append(ids.get(before)).append(" --> ").append(ids.get(step.name()));
        text.append('\n');
      }
    }
    return text.toString();
  }

  /** Returns the text that a picture shows for a step. */
  static String label(Step step) {
    return step.index() == 0 ? step.name() : step.index() + ". " + step.name();
  }

  private static String escaped(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = Character.isLetterOrDigit(c) || " .-_/:,".indexOf(c) >= 0;
      if (plain || Character.isSurrogate(c)) {
        result.append(c);
      } else {
        result.append('#').append((int) c).append(';');
      }
    }
    return result.toString();
  }
}
