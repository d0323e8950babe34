package io.spanloom.telemetry.view;

/** A line that is put together from pieces, each made safe, and never wider than its terminal. */
final class Line {

  private final Terminal terminal;
  private final StringBuilder text = new StringBuilder();
  private int used;

  Line(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Appends as much of a piece as fits. */
  Line add(Style style, String piece) {
    return addUpTo(terminal.columns(), style, piece);
  }

  /** Appends as much of a piece as fits before a column. */
  Line addUpTo(int column, Style style, String piece) {
    String printable = TerminalText.of(piece, Math.min(column, terminal.columns()) - used);
    used += TerminalText.width(printable);
    text.append(terminal.colours() ? style.of(printable) : printable);
    return this;
  }

  /** Appends a piece that ends at a column, or right here where that is behind already. */
  Line alignRight(int column, Style style, String piece) {
    int gap = column - used - TerminalText.width(piece);
    return add(Style.PLAIN, " ".repeat(Math.max(0, gap))).add(style, piece);
  }

  int used() {
    return used;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
