package assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that cannot start ends, and leaves the questions to other processes. */
@Tag("slow")
final class StartFailureTest {

  @ParameterizedTest
  @ValueSource(strings = {"ASSISTANT_PORT", "ASSISTANT_SOCKET_PORT"})
  void endsIfPortIsInUse(String variable) throws Exception {
    try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        AssistantProcess process =
            AssistantProcess.start(Map.of(variable, Integer.toString(used.getLocalPort())))) {
      assertThat(process.awaitExit()).isEqualTo(1);
      assertThat(process.output()).contains("Address already in use");
    }
  }
}
