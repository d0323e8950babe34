package io.spanloom.telemetry.view.tree;

import io.spanloom.telemetry.view.trace.SpanRow;
import java.util.BitSet;

/**
 * The guide lines to the left of a tree's rows. Where they would take more than a third of the
 * width, the depth is shown as a number instead.
 */
final class GuideLines {

  private static final int COLUMNS_PER_LEVEL = 3;

  private final int maxLevels;
  private final BitSet lastSiblingAt = new BitSet();

  GuideLines(int columns) {
    this.maxLevels = columns / 3 / COLUMNS_PER_LEVEL;
  }

  /** Returns the prefix of a row's heading; call it for each row, in order. */
  String headingPrefix(SpanRow row) {
    lastSiblingAt.set(row.depth(), row.lastSibling());
    String lines = ancestorLines(row.depth());
    if (row.depth() >= maxLevels) {
      return lines + "·" + row.depth() + "· ";
    }
    return lines + (row.lastSibling() ? "└─ " : "├─ ");
  }

  /** Returns the prefix of a row's details; call {@link #headingPrefix} for the row first. */
  String detailPrefix(SpanRow row) {
    return ancestorLines(row.depth() + 1)
        + (row.hasChildren() && row.depth() + 1 < maxLevels ? "│  " : "   ");
  }

  private String ancestorLines(int depth) {
    StringBuilder lines = new StringBuilder();
    for (int level = 0; level < Math.min(depth, maxLevels); level++) {
      lines.append(lastSiblingAt.get(level) ? "   " : "│  ");
    }
    return lines.toString();
  }
}
