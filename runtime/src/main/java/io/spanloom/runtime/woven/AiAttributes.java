package io.spanloom.runtime.woven;

/**
 * The names of the attributes that AI calls record. Attributes without a counterpart in the
 * semantic conventions, such as {@code ai.cost.estimated_usd}, are always recorded.
 */
public enum AiAttributes {
  /** The names of the semantic conventions for generative AI: {@code gen_ai.*}. */
  GENAI,

  /** Spanloom's own names: {@code ai.*}. */
  AI,

  /** Both. */
  BOTH;

  boolean genAi() {
    return this != AI;
  }

  boolean ai() {
    return this != GENAI;
  }
}
