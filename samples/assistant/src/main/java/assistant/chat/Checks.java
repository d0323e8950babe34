package assistant.chat;

import java.util.Optional;
import java.util.regex.Pattern;

/** Checks questions before they reach the model. */
public final class Checks {

  static final int MAX_CHARACTERS = 2_000;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,36}");

  private static final Pattern INJECTION =
      Pattern.compile(
          "(ignore|forget|disregard|override)\\b.{0,40}\\b(instruction|rule|prompt)"
              + "|(reveal|print|show|repeat)\\b.{0,40}\\b(system prompt|instructions)"
              + "|\\byou are now\\b|\\bdeveloper mode\\b|<\\|?(system|im_start)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Checks() {}

  /**
   * Returns whether an ID is well-formed.
   *
   * @param id the ID of a message or room
   * @return false if the ID may not be recorded or stored
   */
  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /**
   * Checks a question's form and text.
   *
   * @param question the question
   * @return the reason to reject it, or empty
   */
  static Optional<Rejection> rejection(Question question) {
    String text = question.text();
    if (text.isBlank() || text.length() > MAX_CHARACTERS) {
      return Optional.of(Rejection.INVALID);
    }
    if (!isId(question.id()) || !isId(question.room())) {
      return Optional.of(Rejection.INVALID);
    }
    return INJECTION.matcher(text).find()
        ? Optional.of(Rejection.PROMPT_INJECTION)
        : Optional.empty();
  }
}
