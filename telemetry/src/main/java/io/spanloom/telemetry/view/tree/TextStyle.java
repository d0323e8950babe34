package io.spanloom.telemetry.view.tree;

/** The style of a piece of text on a terminal with colors. */
enum TextStyle {
  PLAIN(""),
  BOLD("\u001b[1m"),
  DIM("\u001b[2m"),
  ERROR("\u001b[31m"),
  USAGE("\u001b[36m");

  private static final String RESET = "\u001b[0m";

  private final String escape;

  TextStyle(String escape) {
    this.escape = escape;
  }

  /** Returns the text wrapped in the escape sequences of this style. */
  String applyTo(String text) {
    return escape.isEmpty() || text.isEmpty() ? text : escape + text + RESET;
  }
}
