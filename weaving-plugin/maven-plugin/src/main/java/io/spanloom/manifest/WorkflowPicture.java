package io.spanloom.manifest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Draws a workflow as SVG, from left to right. A step that is recorded as events has round corners,
 * and one of another module a dashed border. The picture works on light and dark backgrounds.
 */
final class WorkflowPicture {

  private static final int MAX_LABEL = 28;
  private static final int CHARACTER = 8;
  private static final int PADDING = 12;
  private static final int HEIGHT = 36;
  private static final int COLUMN_GAP = 48;
  private static final int ROW_GAP = 16;
  private static final int MARGIN = 8;

  private final WorkflowGraph graph;
  private final StringBuilder svg = new StringBuilder();
  private final Map<String, Box> boxes = new LinkedHashMap<>();

  private WorkflowPicture(WorkflowGraph graph) {
    this.graph = graph;
  }

  /** The place of a step. */
  private record Box(int x, int y, int width) {
    int right() {
      return x + width;
    }

    int middle() {
      return y + HEIGHT / 2;
    }
  }

  /** Returns the content of a file. */
  static String file(WorkflowGraph graph) {
    return new WorkflowPicture(graph).draw(" xmlns=\"http://www.w3.org/2000/svg\"");
  }

  /** Returns an element of an HTML page, which needs no namespace. */
  static String element(WorkflowGraph graph) {
    return new WorkflowPicture(graph).draw("");
  }

  private String draw(String namespace) {
    place();
    int width = boxes.values().stream().mapToInt(Box::right).max().orElse(0) + MARGIN;
    int height = boxes.values().stream().mapToInt(Box::y).max().orElse(0) + HEIGHT + MARGIN;
    svg.append(
        """
        <svg%4$s width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
        role="img" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="13">
        <title>Workflow %3$s</title>
        """
            .formatted(width, height, ManifestPage.escaped(graph.name()), namespace));
    graph.steps().forEach(this::addArrows);
    graph.steps().forEach(this::addBox);
    return svg.append("</svg>\n").toString();
  }

  private void place() {
    Map<String, Integer> columns = graph.columns();
    Map<Integer, Integer> widths = new HashMap<>();
    Map<Integer, Integer> rows = new HashMap<>();
    for (WorkflowGraph.Step step : graph.steps()) {
      widths.merge(columns.getOrDefault(step.name(), 0), width(step), Math::max);
    }
    for (WorkflowGraph.Step step : graph.steps()) {
      int column = columns.getOrDefault(step.name(), 0);
      int x = MARGIN;
      for (int i = 0; i < column; i++) {
        x += widths.getOrDefault(i, 0) + COLUMN_GAP;
      }
      int row = rows.merge(column, 1, Integer::sum) - 1;
      boxes.put(step.name(), new Box(x, MARGIN + row * (HEIGHT + ROW_GAP), width(step)));
    }
  }

  private static int width(WorkflowGraph.Step step) {
    return label(step).codePointCount(0, label(step).length()) * CHARACTER + 2 * PADDING;
  }

  private static String label(WorkflowGraph.Step step) {
    String label = WorkflowGraph.label(step);
    return label.codePointCount(0, label.length()) <= MAX_LABEL
        ? label
        : label.substring(0, label.offsetByCodePoints(0, MAX_LABEL - 1)) + "…";
  }

  private void addArrows(WorkflowGraph.Step step) {
    Box to = boxes.get(step.name());
    for (String before : step.after()) {
      Box from = boxes.get(before);
      if (from != null && to != null) {
        int end = to.x() - 6;
        int bend = (from.right() + end) / 2;
        svg.append(
            """
            <path d="M%1$d %2$d C%3$d %2$d %3$d %4$d %5$d %4$d" fill="none" stroke="#7a8594"/>
            <path d="M%5$d %6$d l6 4 l-6 4 z" fill="#7a8594"/>
            """
                .formatted(from.right(), from.middle(), bend, to.middle(), end, to.middle() - 4));
      }
    }
  }

  private void addBox(WorkflowGraph.Step step) {
    Box box = boxes.get(step.name());
    if (box == null) {
      return;
    }
    svg.append(
        """
        <g><title>%s</title><rect x="%d" y="%d" width="%d" height="%d" rx="%d" fill="#7a859422" \
        stroke="#7a8594"%s/><text x="%d" y="%d" fill="#7a8594">%s</text></g>
        """
            .formatted(
                ManifestPage.escaped(step.name()),
                box.x(),
                box.y(),
                box.width(),
                HEIGHT,
                step.events() ? HEIGHT / 2 : 4,
                step.index() == 0 ? " stroke-dasharray=\"4 3\"" : "",
                box.x() + PADDING,
                box.middle() + 5,
                ManifestPage.escaped(label(step))));
  }
}
