package io.spanloom.runtime.woven;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.spanloom.runtime.woven.AgentCalls.AGENT;
import static io.spanloom.runtime.woven.AgentCalls.TOOL;
import static io.spanloom.runtime.woven.AgentCalls.chat;
import static io.spanloom.runtime.woven.AgentCalls.respond;
import static io.spanloom.runtime.woven.AgentCalls.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.AiUsage;
import io.spanloom.runtime.CallDurations;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The metrics of agents and tools, of which none is sampled. */
final class AgentMetricsTest {

  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(reader).build())
          .build();

  @AfterEach
  void uninstall() {
    CallDurations.uninstall();
    sdk.close();
  }

  private static <T extends PointData> List<String> points(
      Collection<T> points, Function<T, Object> value) {
    return points.stream()
        .map(
            point ->
                point.getAttributes().get(stringKey("gen_ai.operation.name"))
                    + " "
                    + point.getAttributes().get(stringKey("gen_ai.token.type"))
                    + " "
                    + value.apply(point))
        .sorted()
        .toList();
  }

  @Test
  void measuresEachCallAndCountsTokensOnce() {
    try (InMemoryTracing tracing = InMemoryTracing.install(Sampler.alwaysOff(), true)) {
      CallDurations.install(sdk);
      run(
          AGENT,
          () -> {
            chat(1);
            run(
                TOOL,
                () -> {
                  AiControl.recordModel("gpt-4o");
                  AiControl.recordUsage(AiUsage.of(20, 2));
                });
            chat(0);
            respond(AGENT, "gpt-4o", 0);
          });
      assertThat(tracing.spans()).isEmpty();
    }

    Collection<MetricData> metrics = reader.collectAllMetrics();
    assertThat(
            points(
                metric(metrics, "gen_ai.client.operation.duration").getHistogramData().getPoints(),
                point -> point.getCount()))
        .containsExactly("chat null 2", "execute_tool null 1", "invoke_agent null 1");
    assertThat(
            points(
                metric(metrics, "gen_ai.client.token.usage").getHistogramData().getPoints(),
                point -> point.getSum()))
        .containsExactly(
            "chat input 2000.0",
            "chat output 400.0",
            "execute_tool input 20.0",
            "execute_tool output 2.0");
    assertThat(
            points(
                metric(metrics, "ai.cost.estimated").getDoubleSumData().getPoints(),
                point -> point.getValue()))
        .containsExactly("chat null 0.009", "execute_tool null 7.0E-5");
  }

  private static MetricData metric(Collection<MetricData> metrics, String name) {
    return metrics.stream().filter(each -> each.getName().equals(name)).findFirst().orElseThrow();
  }
}
