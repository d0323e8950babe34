package io.spanloom.telemetry.privacy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Removes and redacts attributes that must not be exported. Thread-safe. */
final class AttributeFilter {

  private final KeyRules keys;
  private final TextRules texts;

  AttributeFilter(KeyRules keys, TextRules texts) {
    this.keys = keys;
    this.texts = texts;
  }

  /**
   * Filters attributes.
   *
   * @param attributes the attributes
   * @return the filtered attributes, or the same object if nothing changes
   */
  Attributes filter(Attributes attributes) {
    AtomicBoolean changes = new AtomicBoolean();
    attributes.forEach(
        (key, value) -> {
          if (!changes.getPlain() && (keys.removes(key) || redact(key, value) != null)) {
            changes.setPlain(true);
          }
        });
    return changes.getPlain() ? copy(attributes) : attributes;
  }

  private Attributes copy(Attributes attributes) {
    AttributesBuilder result = attributes.toBuilder().removeIf(keys::removes);
    attributes.forEach(
        (key, value) -> {
          Object redacted = keys.removes(key) ? null : redact(key, value);
          if (redacted instanceof String text) {
            result.put(key.getKey(), text);
          } else if (redacted instanceof List<?> list) {
            result.put(key.getKey(), list.toArray(String[]::new));
          } else if (redacted instanceof Value<?> nested) {
            result.put(key.getKey(), nested);
          }
        });
    return result.build();
  }

  /** Returns the value to export instead, or null if the value may be exported as is. */
  private @Nullable Object redact(AttributeKey<?> key, Object value) {
    Object result = value;
    if (value instanceof String text) {
      result = texts.redact(key.getKey(), text);
    } else if (key.getType() == AttributeType.STRING_ARRAY && value instanceof List<?> list) {
      result = list.stream().map(element -> redactElement(key.getKey(), element)).toList();
    } else if (value instanceof Value<?> nested) {
      result = redactNested(key.getKey(), nested);
    }
    return result.equals(value) ? null : result;
  }

  /** Replaces null by an empty string, because exporters cannot write null. */
  private String redactElement(String key, @Nullable Object element) {
    return element instanceof String text ? texts.redact(key, text) : "";
  }

  private Value<?> redactNested(String key, Value<?> value) {
    Object content = value.getValue();
    if (content instanceof String text) {
      return Value.of(texts.redact(key, text));
    }
    if (!(content instanceof List<?> list)) {
      return value;
    }
    List<Value<?>> elements = new ArrayList<>();
    List<KeyValue> entries = new ArrayList<>();
    for (Object element : list) {
      if (element instanceof Value<?> nested) {
        elements.add(redactNested(key, nested));
      } else if (element instanceof KeyValue entry
          && !keys.removes(AttributeKey.valueKey(entry.getKey()))) {
        entries.add(KeyValue.of(entry.getKey(), redactNested(entry.getKey(), entry.getValue())));
      }
    }
    return switch (value.getType()) {
      case KEY_VALUE_LIST -> Value.of(entries.toArray(KeyValue[]::new));
      default -> Value.of(elements);
    };
  }
}
