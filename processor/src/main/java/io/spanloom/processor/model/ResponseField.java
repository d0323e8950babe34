package io.spanloom.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that an AI client's answer tells of itself.
 *
 * @param target the method of {@code AiResult} that takes it
 * @param owner where the values are found when not on the answer itself: the type and the accessor
 *     of an object that may be null, or null for the answer itself
 * @param accessors the accessors of the values, in the order of the target's parameters
 */
public record ResponseField(String target, @Nullable Owner owner, List<String> accessors) {

  /**
   * An object between the answer and its values, which may be null.
   *
   * @param type its type
   * @param accessor the accessor that returns it
   */
  public record Owner(TypeName type, String accessor) {}
}
