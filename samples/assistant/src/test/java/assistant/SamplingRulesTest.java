package assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.spanloom.telemetry.sampling.SamplingRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The example rules keep each trace with a call of the model, and a tenth of the others. */
final class SamplingRulesTest {

  private static final int TRACES = 10_000;

  private final Sampler sampler =
      SamplingRules.parse(Files.readString(Path.of("sampling.rules"))).sampler();

  SamplingRulesTest() throws IOException {}

  @Test
  void keepsEveryMessage() {
    Attributes message = Attributes.of(AttributeKey.stringKey("socket.event"), "message");

    assertThat(sampled("ChatHandler.receive", SpanKind.CONSUMER, message)).isEqualTo(TRACES);
  }

  @Test
  void keepsOneTenthOfOtherTraces() {
    assertThat(sampled("GET", SpanKind.SERVER, Attributes.empty()))
        .isBetween((long) (TRACES * 0.08), (long) (TRACES * 0.12));
  }

  private long sampled(String name, SpanKind kind, Attributes attributes) {
    Random random = new Random(1);
    return IntStream.range(0, TRACES)
        .mapToObj(i -> "%016x%016x".formatted(random.nextLong(), random.nextLong()))
        .filter(
            trace ->
                sampler
                    .shouldSample(Context.root(), trace, name, kind, attributes, List.of())
                    .getDecision()
                    .equals(SamplingDecision.RECORD_AND_SAMPLE))
        .count();
  }
}
