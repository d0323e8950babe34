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

/** Leaves out of attributes what may not be exported. */
final class AttributeFilter {

  private final KeyRules keys;
  private final TextRules texts;

  AttributeFilter(KeyRules keys, TextRules texts) {
    this.keys = keys;
    this.texts = texts;
  }

  /**
   * Returns what may be exported of attributes.
   *
   * @param attributes the attributes
   * @return the same object if all of it may be exported
   */
  Attributes allowed(Attributes attributes) {
    AtomicBoolean differs = new AtomicBoolean();
    attributes.forEach(
        (key, value) -> {
          if (!differs.getPlain() && (keys.removes(key) || changed(key, value) != null)) {
            differs.setPlain(true);
          }
        });
    return differs.getPlain() ? copied(attributes) : attributes;
  }

  private Attributes copied(Attributes attributes) {
    AttributesBuilder result = attributes.toBuilder().removeIf(keys::removes);
    attributes.forEach(
        (key, value) -> {
          Object changed = keys.removes(key) ? null : changed(key, value);
          if (changed instanceof String text) {
            result.put(key.getKey(), text);
          } else if (changed instanceof List<?> list) {
            result.put(key.getKey(), list.toArray(String[]::new));
          } else if (changed instanceof Value<?> nested) {
            result.put(key.getKey(), nested);
          }
        });
    return result.build();
  }

  /** Returns what to export in place of a value, or null where it may be exported. */
  private @Nullable Object changed(AttributeKey<?> key, Object value) {
    Object allowed = value;
    if (value instanceof String text) {
      allowed = texts.allowed(key.getKey(), text);
    } else if (key.getType() == AttributeType.STRING_ARRAY && value instanceof List<?> list) {
      allowed = list.stream().map(text -> allowed(key.getKey(), text)).toList();
    } else if (value instanceof Value<?> nested) {
      allowed = nested(key.getKey(), nested);
    }
    return allowed.equals(value) ? null : allowed;
  }

  /** An array may hold null, which no exporter could write. */
  private String allowed(String key, @Nullable Object element) {
    return element instanceof String text ? texts.allowed(key, text) : "";
  }

  private Value<?> nested(String key, Value<?> value) {
    Object content = value.getValue();
    if (content instanceof String text) {
      return Value.of(texts.allowed(key, text));
    }
    if (!(content instanceof List<?> list)) {
      return value;
    }
    List<Value<?>> elements = new ArrayList<>();
    List<KeyValue> entries = new ArrayList<>();
    for (Object element : list) {
      if (element instanceof Value<?> nested) {
        elements.add(nested(key, nested));
      } else if (element instanceof KeyValue entry
          && !keys.removes(AttributeKey.valueKey(entry.getKey()))) {
        entries.add(KeyValue.of(entry.getKey(), nested(entry.getKey(), entry.getValue())));
      }
    }
    return switch (value.getType()) {
      case KEY_VALUE_LIST -> Value.of(entries.toArray(KeyValue[]::new));
      default -> Value.of(elements);
    };
  }
}
