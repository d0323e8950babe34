package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.Attributes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Attributes of events behave like those of a builder. */
final class EventAttributesTest {

  private final Attributes base = Attributes.of(AttributeKeys.STEP_NAME, "pack");
  private final EventAttributes extended = extended();
  private final Attributes built =
      base.toBuilder().put(AttributeKeys.RUN_ID, "o-1").put(AttributeKeys.STEP_ATTEMPT, 2L).build();

  private EventAttributes extended() {
    EventAttributes result = new EventAttributes(base, 2);
    result.add(AttributeKeys.RUN_ID, "o-1");
    result.add(AttributeKeys.STEP_ATTEMPT, 2L);
    return result;
  }

  @Test
  void containsBaseAndAddedAttributes() {
    assertThat(extended.size()).isEqualTo(3);
    assertThat(extended.isEmpty()).isFalse();
    assertThat(extended.get(AttributeKeys.STEP_NAME)).isEqualTo("pack");
    assertThat(extended.get(AttributeKeys.STEP_ATTEMPT)).isEqualTo(2);
    assertThat(extended.get(AttributeKeys.STEP_OUTCOME)).isNull();
    assertThat(extended.asMap()).isEqualTo(built.asMap());
    Map<Object, Object> seen = new LinkedHashMap<>();
    extended.forEach(seen::put);
    assertThat(seen).isEqualTo(built.asMap());
    assertThatThrownBy(() -> extended.asMap().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void equalsBuiltAttributes() {
    assertThat(extended).isEqualTo(built).isEqualTo(extended()).isNotEqualTo(base);
    assertThat(extended.hashCode()).isEqualTo(built.hashCode());
    assertThat(extended).hasToString(built.toString());
    assertThat(extended.toBuilder().build()).isEqualTo(built);
  }
}
