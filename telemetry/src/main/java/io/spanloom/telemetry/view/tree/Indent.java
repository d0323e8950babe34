package io.spanloom.telemetry.view.tree;

import io.spanloom.telemetry.view.trace.SpanRow;
import java.util.BitSet;

/**
 * The lines to the left of a tree's rows, for one row after the other. From the depth on where they
 * would take a third of the width, the depth is said as a number.
 */
final class Indent {

  private static final int COLUMNS_PER_LEVEL = 3;

  private final int mostLevels;
  private final BitSet lastAt = new BitSet();

  Indent(int columns) {
    this.mostLevels = columns / 3 / COLUMNS_PER_LEVEL;
  }

  /** Returns what stands before the row's name; to be asked of each row, in order. */
  String heading(SpanRow row) {
    lastAt.set(row.depth(), row.last());
    String lines = ancestors(row.depth());
    if (row.depth() >= mostLevels) {
      return lines + "·" + row.depth() + "· ";
    }
    return lines + (row.last() ? "└─ " : "├─ ");
  }

  /** Returns what stands before the details of the row that {@link #heading} was asked of last. */
  String below(SpanRow row) {
    return ancestors(row.depth() + 1)
        + (row.parent() && row.depth() + 1 < mostLevels ? "│  " : "   ");
  }

  private String ancestors(int depth) {
    StringBuilder lines = new StringBuilder();
    for (int level = 0; level < Math.min(depth, mostLevels); level++) {
      lines.append(lastAt.get(level) ? "   " : "│  ");
    }
    return lines.toString();
  }
}
