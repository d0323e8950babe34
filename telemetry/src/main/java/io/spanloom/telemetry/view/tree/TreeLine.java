package io.spanloom.telemetry.view.tree;

/** Builds a line from pieces; escapes each piece and never exceeds the terminal's width. */
final class TreeLine {

  private final Terminal terminal;
  private final StringBuilder text = new StringBuilder();
  private int width;

  TreeLine(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Appends a piece, truncated to the terminal's width. */
  TreeLine add(TextStyle style, String piece) {
    return addUpTo(terminal.columns(), style, piece);
  }

  /** Appends a piece, truncated to end before a column. */
  TreeLine addUpTo(int column, TextStyle style, String piece) {
    String printable = TerminalText.of(piece, Math.min(column, terminal.columns()) - width);
    width += TerminalText.width(printable);
    text.append(terminal.colors() ? style.applyTo(printable) : printable);
    return this;
  }

  /** Appends a piece that ends at a column, or without a gap if the line is already longer. */
  TreeLine alignRight(int column, TextStyle style, String piece) {
    int gap = column - width - TerminalText.width(piece);
    return add(TextStyle.PLAIN, " ".repeat(Math.max(0, gap))).add(style, piece);
  }

  /** Returns the current width in columns. */
  int width() {
    return width;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
