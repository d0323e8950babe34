package io.spanloom.benchmarks.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PropagationBenchmarkTest {

  private final List<Runnable> handedOver = new ArrayList<>();
  private final Runnable task = () -> {};

  @Test
  void onlyPropagatingCallWrapsTask() {
    Context context = Context.root().with(ContextKey.named("key"), "value");

    context.wrap(() -> new Handover.Plain().handOver(handedOver::add, task)).run();
    new PropagatingHandover().handOver(handedOver::add, task);
    context.wrap(() -> new PropagatingHandover().handOver(handedOver::add, task)).run();

    assertThat(handedOver).hasSize(3);
    assertThat(handedOver.subList(0, 2)).containsOnly(task);
    assertThat(handedOver.get(2)).isNotSameAs(task);
  }
}
