package io.spanloom.telemetry.view.tree;

import java.util.Map;
import java.util.Optional;

/**
 * What trees are printed on.
 *
 * @param columns how wide a line may be
 * @param colours whether it shows colours
 */
record Terminal(int columns, boolean colours) {

  static final int DEFAULT_COLUMNS = 100;
  private static final int FEWEST_COLUMNS = 40;
  private static final int MOST_COLUMNS = 10_000;

  /** A file or a pipe. */
  static final Terminal NONE = new Terminal(DEFAULT_COLUMNS, false);

  /** Returns what standard output is. */
  static Terminal ofProcess() {
    return of(System.getenv(), isInteractive(Runtime.version().feature()));
  }

  /**
   * Asks the variables that many programs ask: {@code COLUMNS}, {@code NO_COLOR} (no-color.org),
   * {@code FORCE_COLOR} (force-color.org), {@code CLICOLOR} and {@code CLICOLOR_FORCE}
   * (bixense.com/clicolors), {@code TERM}.
   *
   * @param environment the variables
   * @param interactive whether the output is read on a terminal
   */
  static Terminal of(Map<String, String> environment, boolean interactive) {
    return new Terminal(columns(environment), colours(environment, interactive));
  }

  private static boolean isInteractive(int javaVersion) {
    // From JDK 22 to 24 there is a console without a terminal too, and what tells them apart is not
    // in JDK 17.
    boolean tellsNothing = javaVersion >= 22 && javaVersion <= 24;
    return !tellsNothing && Optional.ofNullable(System.console()).isPresent();
  }

  private static int columns(Map<String, String> environment) {
    try {
      int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
      return Math.min(MOST_COLUMNS, Math.max(FEWEST_COLUMNS, columns));
    } catch (NumberFormatException notSet) {
      return DEFAULT_COLUMNS;
    }
  }

  private static boolean colours(Map<String, String> environment, boolean interactive) {
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    if (isOn(environment, "FORCE_COLOR") || isOn(environment, "CLICOLOR_FORCE")) {
      return true;
    }
    String term = environment.getOrDefault("TERM", "");
    boolean knowsColours = !term.isEmpty() && !term.equals("dumb");
    return interactive
        && !"0".equals(environment.get("CLICOLOR"))
        && (knowsColours || environment.containsKey("WT_SESSION")); // Windows Terminal sets no TERM
  }

  private static boolean isOn(Map<String, String> environment, String variable) {
    String value = environment.getOrDefault(variable, "");
    return !value.isEmpty() && !value.equals("0") && !value.equals("false");
  }
}
