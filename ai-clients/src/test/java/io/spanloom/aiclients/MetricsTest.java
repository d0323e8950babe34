package io.spanloom.aiclients;

import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;

import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.AICall;
import io.spanloom.runtime.CallDurations;
import io.spanloom.runtime.Installation;
import io.spanloom.runtime.Spans;
import io.spanloom.testing.RecordedSpans;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The metrics of AI calls whose spans the sampler drops. */
@Tag("slow")
@ResourceLock(RecordedSpans.LOCK)
final class MetricsTest {

  private static final Attributes CALL =
      Attributes.builder()
          .put("gen_ai.operation.name", "chat")
          .put("gen_ai.provider.name", "openai")
          .put("gen_ai.request.model", "gpt-4o")
          .put("gen_ai.response.model", "gpt-4o-2024-08-06")
          .build();

  private final FakeAiServer server = FakeAiServer.start();
  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(SdkTracerProvider.builder().setSampler(Sampler.alwaysOff()).build())
          .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(reader).build())
          .build();
  private final Installation installation = Spans.install(sdk, true);
  private final OpenAiCalls calls =
      new OpenAiCalls(OpenAIOkHttpClient.builder().baseUrl(server.url()).apiKey("key").build());

  @AfterEach
  void close() {
    CallDurations.uninstall();
    installation.close();
    sdk.close();
    server.close();
  }

  private static ChatCompletionCreateParams params() {
    return ChatCompletionCreateParams.builder()
        .model("gpt-4o")
        .addUserMessage(AiClientTestBase.MARK)
        .build();
  }

  private Map<String, MetricData> metrics() {
    Map<String, MetricData> result = new TreeMap<>();
    reader.collectAllMetrics().forEach(metric -> result.put(metric.getName(), metric));
    return result;
  }

  @Test
  void measuresDroppedCalls() {
    CallDurations.install(sdk);
    server.reply(AiReplies.openAiChat("gpt-4o-2024-08-06", AiClientTestBase.MARK));
    calls.chat(params());
    calls.chatAsync(params()).join();

    Map<String, MetricData> metrics = metrics();
    assertThat(metrics.get("gen_ai.client.operation.duration"))
        .hasUnit("s")
        .hasHistogramSatisfying(
            histogram ->
                histogram.hasPointsSatisfying(
                    point ->
                        point
                            .hasCount(2)
                            .hasAttributes(CALL)
                            .hasBucketBoundaries(
                                0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24,
                                20.48, 40.96, 81.92)));
    assertThat(metrics.get("gen_ai.client.token.usage"))
        .hasUnit("{token}")
        .hasHistogramSatisfying(
            histogram ->
                histogram.hasPointsSatisfying(
                    point ->
                        point
                            .hasSum(2000)
                            .hasAttributes(
                                CALL.toBuilder().put("gen_ai.token.type", "input").build())
                            .hasBucketBoundaries(
                                1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576,
                                4194304, 16777216, 67108864),
                    point ->
                        point
                            .hasSum(400)
                            .hasAttributes(
                                CALL.toBuilder().put("gen_ai.token.type", "output").build())));
    assertThat(metrics.get("ai.cost.estimated"))
        .hasUnit("USD")
        .hasDoubleSumSatisfying(
            sum ->
                sum.isMonotonic()
                    .hasPointsSatisfying(point -> point.hasValue(0.008).hasAttributes(CALL)));
    assertThat(metrics.toString()).doesNotContain(AiClientTestBase.MARK);
  }

  /** A call that fails if generated code reads the response. */
  static final class Unread {
    boolean read;

    @AICall(provider = "openai", usage = "result")
    Unread call() {
      return this;
    }

    @AICall(provider = "openai", usage = "result")
    CompletableFuture<Unread> callAsync() {
      return CompletableFuture.completedFuture(this);
    }

    public long inputTokens() {
      read = true;
      return 1;
    }
  }

  @Test
  void readsNothingFromDroppedCallWithoutMeter() {
    Unread unread = new Unread();
    unread.call();
    unread.callAsync();
    assertThat(unread.read).isFalse();

    CallDurations.install(sdk);
    unread.call();
    assertThat(unread.read).isTrue();
  }

  /** A stream of chunks. */
  record Chunks(Unread chunk) {

    @AICall(provider = "openai", usage = "result")
    Stream<Unread> stream() {
      return Stream.of(chunk, chunk);
    }
  }

  @Test
  void readsNoChunkOfDroppedStreamWithoutMeter() {
    Unread unread = new Unread();
    assertThat(new Chunks(unread).stream().toList()).hasSize(2);
    assertThat(unread.read).isFalse();

    CallDurations.install(sdk);
    assertThat(new Chunks(unread).stream().toList()).hasSize(2);
    assertThat(unread.read).isTrue();
    assertThat(metrics().get("gen_ai.client.operation.time_to_first_chunk"))
        .hasUnit("s")
        .hasHistogramSatisfying(
            histogram ->
                histogram.hasPointsSatisfying(
                    point ->
                        point
                            .hasCount(1)
                            .hasAttributes(
                                Attributes.builder()
                                    .put("gen_ai.operation.name", "chat")
                                    .put("gen_ai.provider.name", "openai")
                                    .build())
                            .hasBucketBoundaries(
                                0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24,
                                20.48, 40.96, 81.92)));
  }

  @Test
  void recordsTypeOfError() {
    CallDurations.install(sdk);
    server.reply(400, "{\"error\": {\"message\": \"" + AiClientTestBase.MARK + "\"}}");
    try {
      ChatCompletion unused = calls.chat(params());
      throw new AssertionError(unused.id());
    } catch (BadRequestException expected) {
      assertThat(metrics().get("gen_ai.client.operation.duration").toString())
          .contains("error.type=\"com.openai.errors.BadRequestException\"")
          .doesNotContain(AiClientTestBase.MARK);
    }
  }
}
