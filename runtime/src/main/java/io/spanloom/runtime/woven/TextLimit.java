package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Truncates the strings of attributes that a call sets. */
final class TextLimit {

  private static final int DEFAULT_LENGTH = 4096;

  /** In characters. Read once, so that the JIT compiler treats it as a constant. */
  private static final int MAX_LENGTH = parse(RuntimeSettings.get("spanloom.attribute.length"));

  private TextLimit() {}

  /** Returns the configured length, or the default if the setting is absent or invalid. */
  static int parse(@Nullable String setting) {
    if (setting == null || setting.isBlank()) {
      return DEFAULT_LENGTH;
    }
    try {
      int length = Integer.parseInt(setting.trim());
      if (length > 0) {
        return length;
      }
      throw new NumberFormatException("not a positive number: " + setting);
    } catch (NumberFormatException failure) {
      TracingFailures.swallow("reading the property spanloom.attribute.length", failure);
      return DEFAULT_LENGTH;
    }
  }

  /**
   * Returns the truncated form of an attribute.
   *
   * @param key the attribute's key
   * @param value the attribute's value
   * @return the truncated attribute, or null if the value need not be truncated
   */
  static @Nullable TypedAttribute<?> truncated(AttributeKey<?> key, Object value) {
    if (value instanceof String text) {
      return text.length() <= MAX_LENGTH
          ? null
          : new TypedAttribute<>(AttributeKey.stringKey(key.getKey()), truncate(text));
    }
    return key.getType() == AttributeType.STRING_ARRAY
            && value instanceof List<?> list
            && hasLong(list)
        ? new TypedAttribute<>(AttributeKey.stringArrayKey(key.getKey()), truncateAll(list))
        : null;
  }

  static String truncate(String text) {
    return truncate(text, MAX_LENGTH);
  }

  /** Returns the string, truncated to a length, but not within a surrogate pair. */
  static String truncate(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    boolean splitsPair =
        Character.isHighSurrogate(text.charAt(max - 1))
            && Character.isLowSurrogate(text.charAt(max));
    return text.substring(0, splitsPair ? max - 1 : max);
  }

  private static boolean hasLong(List<?> list) {
    if (list instanceof RandomAccess) {
      for (int i = 0; i < list.size(); i++) {
        if (isLong(list.get(i))) {
          return true;
        }
      }
      return false;
    }
    for (Object element : list) {
      if (isLong(element)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLong(@Nullable Object element) {
    return element instanceof String text && text.length() > MAX_LENGTH;
  }

  private static List<String> truncateAll(List<?> list) {
    List<String> result = new ArrayList<>(list.size());
    for (Object element : list) {
      if (element instanceof String text) {
        result.add(truncate(text));
      }
    }
    return result;
  }
}
