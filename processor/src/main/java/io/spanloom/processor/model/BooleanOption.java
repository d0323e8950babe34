package io.spanloom.processor.model;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An option of the processor that is true or false.
 *
 * @param name the option's name
 * @param byDefault the value of an option that is not set, or that has an invalid value
 */
public record BooleanOption(String name, boolean byDefault) {

  /**
   * Returns the option's value.
   *
   * @param options the options of the compilation
   * @return the value, or the default
   */
  public boolean in(Map<String, String> options) {
    return parse(options.get(name)).orElse(byDefault);
  }

  /**
   * Parses a value.
   *
   * @param text the text, or null if the option has none
   * @return the value, or empty if the text is neither {@code true} nor {@code false}, in any case
   */
  public static Optional<Boolean> parse(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    return switch (text.trim().toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
