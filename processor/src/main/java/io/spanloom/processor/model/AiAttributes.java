package io.spanloom.processor.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The names of the attributes that AI calls record: the option {@code spanloom.ai.attributes}. */
public enum AiAttributes {
  /** The names of the semantic conventions for generative AI. */
  GENAI,
  /** Spanloom's own names. */
  AI,
  /** Both. */
  BOTH;

  /** The name of the option. */
  public static final String OPTION = "spanloom.ai.attributes";

  private static final String GENAI_PREFIX = "gen_ai.";

  /** Spanloom's own names of attributes that the conventions define too. */
  private static final Set<BuiltInAttribute> OWN =
      Set.of(
          BuiltInAttribute.AI_SYSTEM,
          BuiltInAttribute.AI_MODEL,
          BuiltInAttribute.AI_TEMPERATURE,
          BuiltInAttribute.AI_PROMPT_TOKENS,
          BuiltInAttribute.AI_COMPLETION_TOKENS,
          BuiltInAttribute.AI_FIRST_TOKEN_MS);

  /**
   * Returns the names that the option selects.
   *
   * @param option the option's value
   * @return the names, or empty if the value is invalid
   */
  public static Optional<AiAttributes> of(String option) {
    return Arrays.stream(values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(option.trim()))
        .findFirst();
  }

  /**
   * Returns whether an attribute is recorded.
   *
   * @param attribute the attribute
   * @return true also for an attribute that has only one name
   */
  public boolean includes(BuiltInAttribute attribute) {
    return switch (this) {
      case GENAI -> !OWN.contains(attribute);
      case AI -> !attribute.key().startsWith(GENAI_PREFIX);
      case BOTH -> true;
    };
  }
}
