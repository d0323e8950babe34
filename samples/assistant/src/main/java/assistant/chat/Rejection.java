package assistant.chat;

/** The reasons for which a question is not answered. */
public enum Rejection {
  /** The text is empty or too long, or an ID is malformed or used again. */
  INVALID,
  /** The room does not exist or belongs to another user. */
  FORBIDDEN,
  /** The text tries to override the model's instructions. */
  PROMPT_INJECTION,
  /** The user sends too many messages. */
  RATE_LIMIT
}
