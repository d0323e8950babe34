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
  void selectsClaimTime() {
    assertThat(Settings.of(Map.of()).claimTime()).hasSeconds(3);
    assertThat(Settings.of(Map.of("ASSISTANT_CLAIM_SECONDS", "60")).claimTime()).hasSeconds(60);
  }

  @Test
  void rejectsClaimTimeThatIsNotPositive() {
    assertThatThrownBy(() -> Settings.of(Map.of("ASSISTANT_CLAIM_SECONDS", "0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ASSISTANT_CLAIM_SECONDS is '0' instead of a positive number.");
  }

  @Test
  void rejectsUnknownRole() {
    assertThatThrownBy(() -> Settings.of(Map.of("ASSISTANT_ROLE", "Worker")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ASSISTANT_ROLE is 'Worker' instead of front, worker or both.");
  }
}
