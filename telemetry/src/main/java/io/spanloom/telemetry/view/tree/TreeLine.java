package io.spanloom.telemetry.view.tree;

/** A line that is put together from pieces, each made safe, and never wider than its terminal. */
final class TreeLine {

  private final Terminal terminal;
  private final StringBuilder text = new StringBuilder();
  private int used;

  TreeLine(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Appends as much of a piece as fits. */
  TreeLine add(TextStyle style, String piece) {
    return addUpTo(terminal.columns(), style, piece);
  }

  /** Appends as much of a piece as fits before a column. */
  TreeLine addUpTo(int column, TextStyle style, String piece) {
    String printable = TerminalText.of(piece, Math.min(column, terminal.columns()) - used);
    used += TerminalText.width(printable);
    text.append(terminal.colours() ? style.of(printable) : printable);
    return this;
  }

  /** Appends a piece that ends at a column, or right here where that is behind already. */
  TreeLine alignRight(int column, TextStyle style, String piece) {
    int gap = column - used - TerminalText.width(piece);
    return add(TextStyle.PLAIN, " ".repeat(Math.max(0, gap))).add(style, piece);
  }

  int used() {
    return used;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
