package assistant;

import java.util.Arrays;
import java.util.Locale;

/** The part of the application that a process runs. */
public enum Role {
  /** Serves the page and receives questions, which workers answer. */
  FRONT,
  /** Answers the questions that fronts accept. */
  WORKER,
  /** Serves the page and answers questions. */
  BOTH;

  /**
   * Returns the role with a name.
   *
   * @param name the name, in lower case
   * @return the role
   * @throws IllegalArgumentException if the name is unknown
   */
  static Role named(String name) {
    return Arrays.stream(values())
        .filter(role -> role.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "ASSISTANT_ROLE is '" + name + "' instead of front, worker or both."));
  }

  /** Returns whether the process serves the page. */
  boolean serves() {
    return this != WORKER;
  }

  /** Returns whether the process answers questions. */
  boolean answers() {
    return this != FRONT;
  }

  /** Returns the name, in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
