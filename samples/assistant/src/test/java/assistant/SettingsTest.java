package assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Environment variables select the settings. */
final class SettingsTest {

  @Test
  void selectsRole() {
    assertThat(Settings.of(Map.of()).role()).isEqualTo(Role.BOTH);
    assertThat(Settings.of(Map.of("ASSISTANT_ROLE", "front")).role()).isEqualTo(Role.FRONT);
    assertThat(Settings.of(Map.of("ASSISTANT_ROLE", "worker")).role()).isEqualTo(Role.WORKER);
  }

  @Test
  void rejectsUnknownRole() {
    assertThatThrownBy(() -> Settings.of(Map.of("ASSISTANT_ROLE", "Worker")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ASSISTANT_ROLE is 'Worker' instead of front, worker or both.");
  }
}
