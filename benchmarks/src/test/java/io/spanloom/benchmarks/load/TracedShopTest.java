package io.spanloom.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.runtime.Spans;
import io.spanloom.support.InMemorySdk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TracedShopTest {

  @AfterEach
  void uninstall() {
    Spans.uninstall();
  }

  @Test
  void createsTwentySpansInOneTrace() {
    InMemorySdk sdk = new InMemorySdk();
    Spans.install(sdk.sdk(), false);

    new TracedShop().order(7);

    assertThat(sdk.spans()).hasSize(20);
    assertThat(sdk.spans())
        .extracting(span -> span.getTraceId())
        .containsOnly(sdk.spans().get(0).getTraceId());
  }
}
