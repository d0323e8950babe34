package io.spanloom.telemetry.view.tree;

import java.util.Map;
import java.util.Optional;

/**
 * The output on which trees are printed.
 *
 * @param columns the maximum width of a line
 * @param colors whether to use colors
 */
record Terminal(int columns, boolean colors) {

  static final int DEFAULT_COLUMNS = 100;
  private static final int MIN_COLUMNS = 40;
  private static final int MAX_COLUMNS = 10_000;

  /** A file or a pipe. */
  static final Terminal NONE = new Terminal(DEFAULT_COLUMNS, false);

  /** Returns the terminal of the standard output. */
  static Terminal ofProcess() {
    return of(System.getenv(), isInteractive(Runtime.version().feature()));
  }

  /**
   * Reads the variables that many programs support: {@code COLUMNS}, {@code NO_COLOR}
   * (no-color.org), {@code FORCE_COLOR} (force-color.org), {@code CLICOLOR} and {@code
   * CLICOLOR_FORCE} (bixense.com/clicolors), {@code TERM}.
   *
   * @param environment the environment variables
   * @param interactive whether the output goes to a terminal
   */
  static Terminal of(Map<String, String> environment, boolean interactive) {
    return new Terminal(columns(environment), colors(environment, interactive));
  }

  private static boolean isInteractive(int javaVersion) {
    // JDK 22 to 24 also return a console without a terminal, and the method that distinguishes
    // them does not exist in JDK 17.
    boolean unreliable = javaVersion >= 22 && javaVersion <= 24;
    return !unreliable && Optional.ofNullable(System.console()).isPresent();
  }

  private static int columns(Map<String, String> environment) {
    try {
      int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
      return Math.min(MAX_COLUMNS, Math.max(MIN_COLUMNS, columns));
    } catch (NumberFormatException notSet) {
      return DEFAULT_COLUMNS;
    }
  }

  private static boolean colors(Map<String, String> environment, boolean interactive) {
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    if (isOn(environment, "FORCE_COLOR") || isOn(environment, "CLICOLOR_FORCE")) {
      return true;
    }
    String term = environment.getOrDefault("TERM", "");
    boolean supportsColors = !term.isEmpty() && !term.equals("dumb");
    return interactive
        && !"0".equals(environment.get("CLICOLOR"))
        && (supportsColors
            || environment.containsKey("WT_SESSION")); // Windows Terminal sets no TERM
  }

  private static boolean isOn(Map<String, String> environment, String variable) {
    String value = environment.getOrDefault(variable, "");
    return !value.isEmpty() && !value.equals("0") && !value.equals("false");
  }
}
