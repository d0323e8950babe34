package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.AICall;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.Message;

final class BedrockTest extends AiClientTestBase {

  static final String MODEL = "global.anthropic.claude-haiku-4-5-20251001-v1:0";

  /** Traced calls of Bedrock's clients. */
  record Calls(BedrockRuntimeClient client, BedrockRuntimeAsyncClient async) {

    @AICall
    ConverseResponse converse(ConverseRequest request) {
      return client.converse(request);
    }

    @AICall
    CompletableFuture<ConverseResponse> converseAsync(ConverseRequest request) {
      return async.converse(request);
    }
  }

  /** Input: 600 tokens at 1, 300 read at 0.1, 100 written at 1.25; output: 200 tokens at 5. */
  static final String CONVERSE =
      """
      chat %s CLIENT
      ai.cost.estimated_usd=%s
      ai.prompt.history_size=1
      ai.tool.calls_count=1
      ai.usage.total_tokens=1200
      gen_ai.operation.name=chat
      gen_ai.provider.name=aws.bedrock
      gen_ai.request.max_tokens=100
      gen_ai.request.model=%s
      gen_ai.request.temperature=0.2
      gen_ai.request.top_p=0.5
      gen_ai.response.finish_reasons=[tool_use]
      gen_ai.usage.cache_creation.input_tokens=100
      gen_ai.usage.cache_read.input_tokens=300
      gen_ai.usage.input_tokens=1000
      gen_ai.usage.output_tokens=200
      """
          .formatted(MODEL, (600 * 1 + 300 * 0.1 + 100 * 1.25 + 200 * 5) / 1_000_000, MODEL);

  private final Calls calls = new Calls(client(server), asyncClient(server));

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

  static BedrockRuntimeClient client(FakeAiServer server) {
    return BedrockRuntimeClient.builder()
        .endpointOverride(URI.create(server.url()))
        .region(Region.US_EAST_1)
        .credentialsProvider(CREDENTIALS)
        .build();
  }

  static BedrockRuntimeAsyncClient asyncClient(FakeAiServer server) {
    return BedrockRuntimeAsyncClient.builder()
        .endpointOverride(URI.create(server.url()))
        .region(Region.US_EAST_1)
        .credentialsProvider(CREDENTIALS)
        .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1))
        .build();
  }

  static ConverseRequest request() {
    return ConverseRequest.builder()
        .modelId(MODEL)
        .inferenceConfig(config -> config.temperature(0.2f).topP(0.5f).maxTokens(100))
        .messages(
            Message.builder()
                .role(ConversationRole.USER)
                .content(ContentBlock.fromText(MARK))
                .build())
        .build();
  }

  @Test
  void tracesConversation() {
    server.reply(AiReplies.bedrockConverse(MARK));
    calls.converse(request());
    assertThat(span()).isEqualTo(CONVERSE);
  }

  @Test
  void tracesAsynchronousConversation() {
    server.reply(AiReplies.bedrockConverse(MARK));
    assertThat(spanOf(calls.converseAsync(request()))).isEqualTo(CONVERSE);
  }
}
