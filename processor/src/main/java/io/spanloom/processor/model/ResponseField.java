package io.spanloom.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an AI response that generated code reads.
 *
 * @param target the field's meaning
 * @param owner the nullable object that holds the values, or null if the response itself does
 * @param accessors the accessors of the values, in the order of the target's parameters
 */
public record ResponseField(Target target, @Nullable Owner owner, List<String> accessors) {

  /**
   * A nullable object between the response and its values.
   *
   * @param type its type
   * @param accessor the response's accessor that returns it
   */
  public record Owner(TypeName type, String accessor) {}

  /** The meaning of a field: the method of the runtime's {@code AiResult} that receives it. */
  public enum Target {
    /** The model that responded. */
    MODEL("model"),
    /** The response's ID. */
    ID("id"),
    /** The reason why the response ended. */
    FINISH_REASON("finishReason"),
    /** The numbers of input, output and total tokens, from which the runtime computes the cost. */
    USAGE("usage");

    private final String method;

    Target(String method) {
      this.method = method;
    }

    /**
     * Returns the method of {@code AiResult} that receives the values.
     *
     * @return the method's name
     */
    public String method() {
      return method;
    }

    /**
     * Returns the attributes that the method sets: one for each parameter, then computed ones.
     *
     * @return the attributes
     */
    public List<BuiltInAttribute> attributes() {
      return switch (this) {
        case MODEL -> List.of(BuiltInAttribute.AI_RESPONSE_MODEL);
        case ID -> List.of(BuiltInAttribute.AI_RESPONSE_ID);
        case FINISH_REASON -> List.of(BuiltInAttribute.AI_FINISH_REASONS);
        case USAGE ->
            List.of(
                BuiltInAttribute.AI_INPUT_TOKENS,
                BuiltInAttribute.AI_OUTPUT_TOKENS,
                BuiltInAttribute.AI_TOTAL_TOKENS,
                BuiltInAttribute.AI_COST);
      };
    }
  }
}
