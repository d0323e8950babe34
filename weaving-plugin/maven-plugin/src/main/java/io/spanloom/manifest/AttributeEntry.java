package io.spanloom.manifest;

import com.google.gson.JsonPrimitive;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value on a span.
 *
 * @param key its key
 * @param type its type, such as {@code string} or {@code long[]}
 * @param from {@code path}, {@code constant}, {@code baggage}, {@code answer} of an AI client, or
 *     {@code spanloom} for what is found out while running
 * @param path the path that leads to it, or null
 * @param javaType the type of what the path leads to, or null
 * @param value the constant value, or null
 * @param entry the entry of the baggage, or null
 * @param redact {@code hash} or {@code mask}, or null where the value stays as it is
 * @param when {@code start}, {@code end} or {@code failure}
 */
record AttributeEntry(
    String key,
    String type,
    String from,
    @Nullable String path,
    @Nullable String javaType,
    @Nullable JsonPrimitive value,
    @Nullable String entry,
    @Nullable String redact,
    String when) {

  AttributeEntry {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(when, "when");
  }

  /** Where the value comes from, for people. */
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
