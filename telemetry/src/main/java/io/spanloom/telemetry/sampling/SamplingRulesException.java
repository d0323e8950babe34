package io.spanloom.telemetry.sampling;

/**
 * Thrown if sampling rules are invalid. The message contains the position and the expected syntax.
 */
public final class SamplingRulesException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  SamplingRulesException(String text, int offset, String problem) {
    this(lineOf(text, offset), columnOf(text, offset), text.indexOf('\n') >= 0, problem);
  }

  private SamplingRulesException(int line, int column, boolean multiline, String problem) {
    super((multiline ? "line " + line + ", " : "") + "column " + column + ": " + problem);
    this.line = line;
    this.column = column;
  }

  private static int lineOf(String text, int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  private static int columnOf(String text, int offset) {
    return offset - text.lastIndexOf('\n', offset - 1);
  }

  /**
   * Returns the line of the error.
   *
   * @return the line, starting at 1
   */
  public int line() {
    return line;
  }

  /**
   * Returns the column of the error.
   *
   * @return the column, starting at 1
   */
  public int column() {
    return column;
  }
}
