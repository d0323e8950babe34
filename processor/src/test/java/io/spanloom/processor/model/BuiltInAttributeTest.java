package io.spanloom.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The attributes that the processor reserves and describes are those that the runtime sets. */
final class BuiltInAttributeTest {

  private static final List<String> RUNTIME_KEYS =
      List.of("io.spanloom.runtime.woven.AttributeKeys", "io.spanloom.runtime.woven.AiKeys");

  @Test
  void listsKeysAndTypesOfRuntime() throws ReflectiveOperationException {
    Map<String, String> typeByKey = new TreeMap<>();
    Arrays.stream(BuiltInAttribute.values())
        .forEach(attribute -> typeByKey.put(attribute.key(), attribute.type().name()));

    assertThat(typeByKey)
        .hasSize(BuiltInAttribute.values().length)
        .containsExactlyInAnyOrderEntriesOf(keysOfRuntime());
  }

  private static Map<String, String> keysOfRuntime() throws ReflectiveOperationException {
    Map<String, String> typeByKey = new TreeMap<>();
    for (String type : RUNTIME_KEYS) {
      for (Field field : Class.forName(type).getDeclaredFields()) {
        if (field.getType() == AttributeKey.class) {
          field.setAccessible(true);
          AttributeKey<?> key = (AttributeKey<?>) field.get(null);
          typeByKey.put(key.getKey(), key.getType().name());
        }
      }
    }
    return typeByKey;
  }
}
