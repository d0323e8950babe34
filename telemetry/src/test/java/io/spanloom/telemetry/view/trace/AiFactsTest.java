package io.spanloom.telemetry.view.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import org.junit.jupiter.api.Test;

final class AiFactsTest {

  private static final Attributes AGENT =
      Attributes.builder()
          .put("ai.usage.prompt_tokens", 2000)
          .put("ai.usage.completion_tokens", 400)
          .put("ai.usage.total_tokens", 2400)
          .put("ai.cost.estimated_usd", 0.009)
          .put("ai.react_loop.iterations", 2)
          .put("ai.tool.calls_count", 1)
          .build();

  @Test
  void describesAgent() {
    AiFacts facts = AiFacts.of(AGENT);

    assertThat(facts.text())
        .isEqualTo("2,000 in + 400 out tokens, ~$0.0090, 2 iterations, 1 tool call");
    assertThat(facts.coveredKeys()).containsAll(AGENT.asMap().keySet());
  }

  @Test
  void describesStreamByEitherName() {
    Attributes millis = Attributes.of(AttributeKey.longKey("ai.stream.first_token_ms"), 1320L);
    Attributes seconds =
        Attributes.of(AttributeKey.doubleKey("gen_ai.response.time_to_first_chunk"), 0.3204);

    assertThat(AiFacts.of(millis).text()).isEqualTo("first chunk 1,320 ms");
    assertThat(AiFacts.of(seconds).text()).isEqualTo("first chunk 320 ms");
    assertThat(AiFacts.of(seconds).coveredKeys()).containsAll(seconds.asMap().keySet());
  }

  @Test
  void ignoresInvalidNumbers() {
    Attributes invalid =
        Attributes.builder()
            .put("ai.react_loop.iterations", -1)
            .put("ai.tool.calls_count", 0)
            .put("gen_ai.response.time_to_first_chunk", Double.NaN)
            .build();

    assertThat(AiFacts.of(invalid).text()).isEmpty();
    assertThat(AiFacts.of(invalid).coveredKeys()).isEmpty();
  }
}
