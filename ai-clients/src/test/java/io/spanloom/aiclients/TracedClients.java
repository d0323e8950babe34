package io.spanloom.aiclients;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.MessageCreateParams;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.instrumentation.openai.v1_1.OpenAITelemetry;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatOptions;

/** Clients whose calls another library traces, as programs set them up. */
enum TracedClients {
  /** The client's own tracing, which is on by default. */
  ANTHROPIC {
    @Override
    void call(OpenTelemetry telemetry, FakeAiServer server, boolean traced) {
      AnthropicClient client =
          AnthropicOkHttpClient.builder().baseUrl(server.url()).apiKey("key").build();
      MessageCreateParams params =
          MessageCreateParams.builder()
              .model("claude-sonnet-4-5")
              .maxTokens(100)
              .addUserMessage(AiClientTestBase.MARK)
              .build();
      server.reply(AiReplies.anthropicMessage("claude-sonnet-4-5-20250929", AiClientTestBase.MARK));
      if (traced) {
        new AnthropicTest.Calls(client).message(params);
      } else {
        client.messages().create(params);
      }
    }
  },

  /** OpenTelemetry's instrumentation of openai-java. */
  OPENAI {
    @Override
    void call(OpenTelemetry telemetry, FakeAiServer server, boolean traced) {
      OpenAIClient client =
          OpenAITelemetry.create(telemetry)
              .wrap(OpenAIOkHttpClient.builder().baseUrl(server.url()).apiKey("key").build());
      ChatCompletionCreateParams params =
          ChatCompletionCreateParams.builder()
              .model("gpt-4o")
              .addUserMessage(AiClientTestBase.MARK)
              .build();
      server.reply(AiReplies.openAiChat("gpt-4o-2024-08-06", AiClientTestBase.MARK));
      if (traced) {
        new OpenAiCalls(client).chat(params);
      } else {
        client.chat().completions().create(params);
      }
    }
  },

  /** Spring AI's observations with Micrometer Tracing. */
  SPRING_AI {
    @Override
    void call(OpenTelemetry telemetry, FakeAiServer server, boolean traced) {
      ObservationRegistry registry = ObservationRegistry.create();
      registry
          .observationConfig()
          .observationHandler(
              new DefaultTracingObservationHandler(
                  new OtelTracer(
                      telemetry.getTracer("org.springframework.boot"),
                      new OtelCurrentTraceContext(),
                      event -> {})));
      OpenAiChatOptions options =
          OpenAiChatOptions.builder().baseUrl(server.url()).apiKey("key").model("gpt-4o").build();
      org.springframework.ai.chat.model.ChatModel model =
          org.springframework.ai.openai.OpenAiChatModel.builder()
              .options(options)
              .observationRegistry(registry)
              .build();
      Prompt prompt = new Prompt(AiClientTestBase.MARK, options);
      server.reply(AiReplies.openAiChatWithoutTools("gpt-4o-2024-08-06", AiClientTestBase.MARK));
      if (traced) {
        new SpringAiTest.Calls(model).chat(prompt);
      } else {
        model.call(prompt);
      }
    }
  },

  /** The listener that Quarkus LangChain4j adds to models. */
  QUARKUS {
    @Override
    void call(OpenTelemetry telemetry, FakeAiServer server, boolean traced) {
      ChatModel model =
          OpenAiChatModel.builder()
              .baseUrl(server.url())
              .apiKey("key")
              .listeners(List.of(quarkusListener(telemetry)))
              .build();
      ChatRequest request =
          ChatRequest.builder()
              .messages(UserMessage.from(AiClientTestBase.MARK))
              .modelName("gpt-4o")
              .build();
      server.reply(AiReplies.openAiChat("gpt-4o-2024-08-06", AiClientTestBase.MARK));
      if (traced) {
        new LangChain4jTest.Calls(model).openAi(request);
      } else {
        model.chat(request);
      }
    }
  };

  /**
   * Creates the listener from a jar outside the class path, because LangChain4j would find services
   * in it that need Quarkus.
   */
  @SuppressWarnings("resource") // the class loader is needed as long as the listener
  private static ChatModelListener quarkusListener(OpenTelemetry telemetry) {
    String types = "io.quarkiverse.langchain4j.";
    try {
      URL jar = Path.of("target", "quarkus", "quarkus-langchain4j-core.jar").toUri().toURL();
      ClassLoader loader =
          new URLClassLoader(new URL[] {jar}, TracedClients.class.getClassLoader());
      Object costs =
          loader
              .loadClass(types + "cost.CostEstimatorService")
              .getConstructor(List.class)
              .newInstance(List.of());
      return (ChatModelListener)
          loader
              .loadClass(types + "runtime.listeners.SpanChatModelListener")
              .getConstructor(Tracer.class, costs.getClass(), List.class)
              .newInstance(telemetry.getTracer("io.quarkus.opentelemetry"), costs, List.of());
    } catch (ReflectiveOperationException | MalformedURLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Calls the model, within a method with {@code @AICall} or directly. */
  abstract void call(OpenTelemetry telemetry, FakeAiServer server, boolean traced);
}
