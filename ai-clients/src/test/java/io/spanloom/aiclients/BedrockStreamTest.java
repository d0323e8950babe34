package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spanloom.AICall;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.eventstream.HeaderValue;

final class BedrockStreamTest extends AiClientTestBase {

  static final String MODEL = "global.anthropic.claude-haiku-4-5-20251001-v1:0";

  /** Traced streams of Bedrock's client. */
  record Calls(BedrockRuntimeAsyncClient client) {

    @AICall
    CompletableFuture<Void> converse(
        ConverseStreamRequest request, ConverseStreamResponseHandler handler) {
      return client.converseStream(request, handler);
    }

    @AICall
    void converseAndWait(ConverseStreamRequest request, ConverseStreamResponseHandler handler) {
      client.converseStream(request, handler).join();
    }
  }

  /** Input: 600 tokens at 1, 300 read at 0.1, 100 written at 1.25; output: 200 tokens at 5. */
  static final String CONVERSE =
      """
      chat %s CLIENT
      ai.cost.estimated_usd=%s
      ai.prompt.history_size=1
      ai.stream.chunks_count=5
      ai.stream.total_ms=*
      ai.tool.calls_count=1
      ai.usage.total_tokens=1200
      gen_ai.operation.name=chat
      gen_ai.provider.name=aws.bedrock
      gen_ai.request.model=%s
      gen_ai.request.stream=true
      gen_ai.response.finish_reasons=[tool_use]
      gen_ai.response.time_to_first_chunk=*
      gen_ai.usage.cache_creation.input_tokens=100
      gen_ai.usage.cache_read.input_tokens=300
      gen_ai.usage.input_tokens=1000
      gen_ai.usage.output_tokens=200
      """
          .formatted(MODEL, (600 * 1 + 300 * 0.1 + 100 * 1.25 + 200 * 5) / 1_000_000, MODEL);

  private final Calls calls = new Calls(client(server));

  static BedrockRuntimeAsyncClient client(FakeAiServer server) {
    return BedrockRuntimeAsyncClient.builder()
        .endpointOverride(URI.create(server.url()))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .overrideConfiguration(config -> config.retryStrategy(retry -> retry.maxAttempts(1)))
        .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1))
        .build();
  }

  static ConverseStreamRequest request() {
    return ConverseStreamRequest.builder()
        .modelId(MODEL)
        .messages(
            Message.builder()
                .role(ConversationRole.USER)
                .content(ContentBlock.fromText(MARK))
                .build())
        .build();
  }

  static ConverseStreamResponseHandler handler(List<String> texts) {
    return ConverseStreamResponseHandler.builder()
        .subscriber(
            ConverseStreamResponseHandler.Visitor.builder()
                .onContentBlockDelta(delta -> texts.add(delta.delta().text()))
                .build())
        .build();
  }

  static void reply(FakeAiServer server) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    event(body, "messageStart", "{\"role\": \"assistant\"}");
    event(
        body,
        "contentBlockStart",
        "{\"contentBlockIndex\": 0, \"start\": {\"toolUse\": {\"toolUseId\": \"t\", \"name\": \"find\"}}}");
    event(
        body,
        "contentBlockDelta",
        "{\"contentBlockIndex\": 0, \"delta\": {\"text\": \"" + MARK + "\"}}");
    event(body, "messageStop", "{\"stopReason\": \"tool_use\"}");
    event(
        body,
        "metadata",
        "{\"usage\": {\"inputTokens\": 600, \"cacheReadInputTokens\": 300,"
            + " \"cacheWriteInputTokens\": 100, \"outputTokens\": 200, \"totalTokens\": 1200},"
            + " \"metrics\": {\"latencyMs\": 10}}");
    server.reply("application/vnd.amazon.eventstream", body.toByteArray());
  }

  private static void event(ByteArrayOutputStream body, String type, String json) {
    new software.amazon.eventstream.Message(
            Map.of(
                ":message-type", HeaderValue.fromString("event"),
                ":event-type", HeaderValue.fromString(type),
                ":content-type", HeaderValue.fromString("application/json")),
            json.getBytes(StandardCharsets.UTF_8))
        .encode(body);
  }

  @Test
  void readsChunksAndEndsSpanWithFuture() {
    reply(server);
    List<String> texts = new ArrayList<>();
    assertThat(spanOf(calls.converse(request(), handler(texts)))).isEqualTo(CONVERSE);
    assertThat(texts).containsExactly(MARK);
  }

  @Test
  void readsChunksAndEndsSpanWithMethod() {
    reply(server);
    List<String> texts = new ArrayList<>();
    calls.converseAndWait(request(), handler(texts));
    assertThat(span()).isEqualTo(CONVERSE);
    assertThat(texts).containsExactly(MARK);
  }

  @Test
  void recordsTypeButNoMessageOfError() {
    server.reply(400, "{\"message\": \"" + MARK + "\"}");
    CompletableFuture<Void> result = calls.converse(request(), handler(new ArrayList<>()));
    assertThatThrownBy(result::join).hasMessageContaining(MARK);
    assertThat(span())
        .contains("ai.stream.chunks_count=0\n", "error.type=software.amazon.awssdk.")
        .doesNotContain("tokens=");
  }
}
