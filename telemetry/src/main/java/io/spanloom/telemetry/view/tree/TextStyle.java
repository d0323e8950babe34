package io.spanloom.telemetry.view.tree;

/** How a piece of a line looks on a terminal with colours. */
enum TextStyle {
  PLAIN(""),
  BOLD("\u001b[1m"),
  DIM("\u001b[2m"),
  ERROR("\u001b[31m"),
  USAGE("\u001b[36m");

  private static final String RESET = "\u001b[0m";

  private final String begin;

  TextStyle(String begin) {
    this.begin = begin;
  }

  String of(String text) {
    return begin.isEmpty() || text.isEmpty() ? text : begin + text + RESET;
  }
}
