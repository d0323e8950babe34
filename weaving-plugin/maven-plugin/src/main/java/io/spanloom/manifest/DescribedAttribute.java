package io.spanloom.manifest;

import com.google.gson.JsonPrimitive;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An attribute in a span description.
 *
 * @param key the attribute's key
 * @param type the attribute's type, such as {@code string} or {@code long[]}
 * @param from the source of the value: {@code path}, {@code constant}, {@code baggage}, {@code
 *     answer} (the response of an AI client), or {@code spanloom} for values determined at run time
 * @param path the path of the value, or null
 * @param javaType the Java type at the end of the path, or null
 * @param value the constant value, or null
 * @param entry the name of the baggage entry, or null
 * @param redact {@code hash} or {@code mask}, or null if the value is not redacted
 * @param when {@code start}, {@code run}, {@code end} or {@code failure}
 */
record DescribedAttribute(
    String key,
    String type,
    String from,
    @Nullable String path,
    @Nullable String javaType,
    @Nullable JsonPrimitive value,
    @Nullable String entry,
    @Nullable String redact,
    String when) {

  DescribedAttribute {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(when, "when");
  }

  /** Describes the source of the value for humans. */
  String origin() {
    String origin =
        switch (from) {
          case "constant" -> "= " + (value == null ? "" : value.getAsString());
          case "baggage" -> "baggage entry " + entry;
          case "path", "answer" -> "from " + path;
          default -> "set by Spanloom";
        };
    return redact == null ? origin : origin + ", " + (redact.equals("hash") ? "hashed" : "masked");
  }
}
