package program;

import io.spanloom.AICall;
import io.spanloom.aiclients.AiReplies;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.Message;

/** Calls the AWS SDK for Bedrock. */
public final class BedrockProgram {

  private BedrockProgram() {}

  @AICall
  static ConverseResponse converse(BedrockRuntimeClient client, ConverseRequest request) {
    return client.converse(request);
  }

  /**
   * Runs the program.
   *
   * @param arguments ignored
   */
  public static void main(String[] arguments) {
    Message message =
        Message.builder()
            .role(ConversationRole.USER)
            .content(ContentBlock.fromText(Call.TEXT))
            .build();
    Call.run(
        AiReplies.bedrockConverse(Call.TEXT),
        url ->
            converse(
                BedrockRuntimeClient.builder()
                    .endpointOverride(URI.create(url))
                    .region(Region.US_EAST_1)
                    .credentialsProvider(
                        StaticCredentialsProvider.create(
                            AwsBasicCredentials.create("key", "secret")))
                    .build(),
                ConverseRequest.builder()
                    .modelId("global.anthropic.claude-haiku-4-5-20251001-v1:0")
                    .inferenceConfig(config -> config.temperature(0.2f).topP(0.5f).maxTokens(100))
                    .messages(message)
                    .build()));
  }
}
