package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** How long a text may be that a call sets; what is longer loses its end. */
final class TextLimit {

  private static final int DEFAULT = 4096;

  /** Characters; a constant of the virtual machine, so that asking costs a comparison. */
  private static final int MAX = configured(RuntimeSettings.text("spanloom.attribute.length"));

  private TextLimit() {}

  static int configured(@Nullable String setting) {
    if (setting == null || setting.isBlank()) {
      return DEFAULT;
    }
    try {
      int length = Integer.parseInt(setting.trim());
      if (length > 0) {
        return length;
      }
      throw new NumberFormatException("not a length: " + setting);
    } catch (NumberFormatException fault) {
      TracingFailures.swallow("reading the property spanloom.attribute.length", fault);
      return DEFAULT;
    }
  }

  /**
   * Returns what to set in place of an attribute that is too long.
   *
   * @param key the attribute's key
   * @param value its value
   * @return the shorter attribute, or null where the value is short enough as it is
   */
  static @Nullable TypedAttribute<?> shortened(AttributeKey<?> key, Object value) {
    if (value instanceof String text) {
      return text.length() <= MAX
          ? null
          : new TypedAttribute<>(AttributeKey.stringKey(key.getKey()), cut(text));
    }
    return key.getType() == AttributeType.STRING_ARRAY
            && value instanceof List<?> list
            && hasLong(list)
        ? new TypedAttribute<>(AttributeKey.stringArrayKey(key.getKey()), cut(list))
        : null;
  }

  /** Returns the text, or its beginning where it is too long. */
  static String cut(String text) {
    return cut(text, MAX);
  }

  static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    boolean inPair =
        Character.isHighSurrogate(text.charAt(max - 1))
            && Character.isLowSurrogate(text.charAt(max));
    return text.substring(0, inPair ? max - 1 : max);
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
    return element instanceof String text && text.length() > MAX;
  }

  private static List<String> cut(List<?> list) {
    List<String> result = new ArrayList<>(list.size());
    for (Object element : list) {
      if (element instanceof String text) {
        result.add(cut(text));
      }
    }
    return result;
  }
}
