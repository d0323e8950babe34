package assistant.model;

import assistant.store.Messages;
import assistant.store.Messages.Message;
import assistant.store.Prices;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.spanloom.AICall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Answers questions with a model that may look up prices before it answers. Thread-safe. */
public final class Advisor {

  /** The phase of the prompts, the value of {@code ai.prompt.phase}. */
  public static final String PHASE = "advise";

  private static final int MAX_ITERATIONS = 4;

  private static final SystemMessage INSTRUCTIONS =
      SystemMessage.from(
          "You advise people who renovate their home. Look up prices instead of guessing them.");

  private final AdviceModel model;
  private final PriceTool prices;
  private final String modelName;

  /**
   * Creates an advisor.
   *
   * @param url the base URL of the model's API
   * @param key the key for the API
   * @param modelName the name of the model
   * @param timeout the time limit for the start of a response
   * @param prices the prices that the model may look up
   */
  public Advisor(String url, String key, String modelName, Duration timeout, Prices prices) {
    model = new AdviceModel(url, key, timeout);
    this.modelName = modelName;
    this.prices = new PriceTool(prices);
  }

  /**
   * Answers a question: lets the model act and observe, in iterations, until it answers.
   *
   * @param history the messages before the question
   * @param question the question
   * @param onText receives each part of the answer, on any thread
   * @return the answer
   * @throws ModelException if the model fails, or needs too many iterations
   */
  @AICall(
      operation = AICall.Operation.INVOKE_AGENT,
      provider = "openai",
      name = "advisor",
      maxCostUsd = 0.01)
  public String answer(List<Message> history, Message question, Consumer<String> onText) {
    List<ChatMessage> conversation = new ArrayList<>();
    conversation.add(INSTRUCTIONS);
    history.forEach(message -> conversation.add(chatMessage(message)));
    conversation.add(chatMessage(question));
    for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
      AiMessage reply = ask(conversation, onText).aiMessage();
      if (!reply.hasToolExecutionRequests()) {
        return reply.text();
      }
      conversation.add(reply);
      for (ToolExecutionRequest call : reply.toolExecutionRequests()) {
        conversation.add(ToolExecutionResultMessage.from(call, prices.execute(call.arguments())));
      }
    }
    throw new ModelException("The model did not answer within " + MAX_ITERATIONS + " iterations.");
  }

  private ChatResponse ask(List<ChatMessage> conversation, Consumer<String> onText) {
    ChatRequest request =
        ChatRequest.builder()
            .messages(conversation)
            .modelName(modelName)
            .temperature(0.2)
            .toolSpecifications(PriceTool.SPECIFICATION)
            .build();
    try {
      return model.ask(request, onText).join();
    } catch (CompletionException failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      throw new ModelException("The model failed: " + cause.getClass().getSimpleName() + ".");
    }
  }

  private static ChatMessage chatMessage(Message message) {
    return message.author().equals(Messages.ASSISTANT)
        ? AiMessage.from(message.content())
        : UserMessage.from(message.content());
  }
}
