package shop;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.deferred.flow.FlowResults;
import io.spanloom.deferred.jdk.StageResults;
import io.spanloom.deferred.jdk.StreamResults;
import io.spanloom.deferred.langchain4j.LangChain4jHandlers;
import io.spanloom.runtime.woven.AiRequest;
import io.spanloom.runtime.woven.AiResult;
import io.spanloom.runtime.woven.AiSettings;
import io.spanloom.runtime.woven.GeneratedAspect;
import io.spanloom.runtime.woven.RecordingSpan;
import io.spanloom.runtime.woven.ResultAttributes;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.runtime.woven.SpanStart;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.Pointcut;

/**
 * Spans of {@link AiCalls}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.AiCalls", methods = {
    "chat(Ljava/lang/String;)Ldev/langchain4j/model/chat/response/ChatResponse;",
    "plan(Ljava/lang/String;)Ldev/langchain4j/model/chat/response/ChatResponse;",
    "ask(Ldev/langchain4j/model/chat/request/ChatRequest;)Ljava/util/concurrent/CompletionStage;",
    "stream(Ldev/langchain4j/model/chat/request/ChatRequest;)Ljava/util/concurrent/Flow$Publisher;",
    "streamLater()Ljava/util/concurrent/CompletableFuture;",
    "handle(Ldev/langchain4j/model/chat/response/StreamingChatResponseHandler;JLdev/langchain4j/model/chat/request/ChatRequest;)V",
    "summarize(Ljava/lang/String;)Lshop/AiCalls$Answer;",
    "tool(Ljava/lang/String;)Ljava/lang/String;"})
final class AiCalls_Spans {
  static final SpanSite CHAT = SpanSite.of("chat", "shop.AiCalls.chat")
      .kind(SpanKind.CLIENT)
      .aiCall(AiSettings.of("chat", "openai").readingTokens());

  static final SpanSite PLAN = SpanSite.of("generate_content claude-sonnet-4-5",
      "shop.AiCalls.plan")
      .kind(SpanKind.CLIENT)
      .aiCall(AiSettings.of("generate_content", "anthropic").model("claude-sonnet-4-5").temperature(0.2).phase("plan").readingTokens());

  static final SpanSite ASK = SpanSite.of("chat", "shop.AiCalls.ask")
      .kind(SpanKind.CLIENT)
      .aiCall(AiSettings.of("chat", "openai").temperature(0.5).readingTokens());

  static final SpanSite STREAM = SpanSite.of("chat", "shop.AiCalls.stream")
      .kind(SpanKind.CLIENT)
      .perSubscription()
      .aiCall(AiSettings.of("chat", "openai").streaming().readingTokens());

  static final SpanSite STREAM_LATER = SpanSite.of("chat gpt-4o", "shop.AiCalls.streamLater")
      .kind(SpanKind.CLIENT)
      .aiCall(AiSettings.of("chat", "openai").model("gpt-4o").streaming().withStreamSpan().readingTokens());

  static final SpanSite HANDLE = SpanSite.of("chat", "shop.AiCalls.handle")
      .kind(SpanKind.CLIENT)
      .aiCall(AiSettings.of("chat", "openai").streaming().readingTokens());

  static final SpanSite SUMMARIZE = SpanSite.of("chat", "shop.AiCalls.summarize")
      .kind(SpanKind.CLIENT)
      .aiCall(AiSettings.of("chat", "openai").withExceptionMessages().readingTokens());

  static final SpanSite TOOL = SpanSite.of("execute_tool tool", "shop.AiCalls.tool")
      .aiCall(AiSettings.of("execute_tool", "shop").name("tool").temperature(0.0));

  private static final AttributeKey<String> GEN_AI_AGENT_NAME = AttributeKey.stringKey("gen_ai.agent.name");

  private static final AttributeKey<String> MODEL_NAME = AttributeKey.stringKey("model.name");

  private static final AttributeKey<String> GEN_AI_REQUEST_MODEL = AttributeKey.stringKey("gen_ai.request.model");

  private static final ResultAttributes<Object> ASK_RESULT = new ResultAttributes<Object>() {
    @Override
    public void read(Object result, RecordingSpan end) {
      addModelName(end, (ChatResponse) result);
    }

    @Override
    public void readResponse(Object result, AiResult ai) {
      responseOfAsk((ChatResponse) result, ai);
    }
  };

  private static final ResultAttributes<Object> STREAM_RESULT = new ResultAttributes<Object>() {
    @Override
    public void read(Object result, RecordingSpan end) {
    }

    @Override
    public void readResponse(Object result, AiResult ai) {
      responseOfStream((ChatResponse) result, ai);
    }
  };

  private static final ResultAttributes<Object> STREAM_LATER_RESULT = new ResultAttributes<Object>() {
    @Override
    public void read(Object result, RecordingSpan end) {
    }

    @Override
    public void readResponse(Object result, AiResult ai) {
      responseOfStreamLater((ChatResponse) result, ai);
    }
  };

  private static final ResultAttributes<Object> HANDLE_CHUNKS = new ResultAttributes<Object>() {
    @Override
    public void read(Object result, RecordingSpan end) {
    }

    @Override
    public void readResponse(Object result, AiResult ai) {
      responseOfHandle((ChatResponse) result, ai);
    }
  };

  @Pointcut("execution(dev.langchain4j.model.chat.response.ChatResponse shop.AiCalls.chat(java.lang.String))")
  void bodyOfChat() {
  }

  @AfterThrowing(pointcut = "bodyOfChat()", throwing = "error", argNames = "error")
  public void failChat(Throwable error) {
    CHAT.fail(error);
  }

  @Before("bodyOfChat()")
  public void startChat() {
    CHAT.start();
  }

  @AfterReturning(pointcut = "bodyOfChat()", returning = "result", argNames = "result")
  public void endChat(ChatResponse result) {
    AiResult ai = CHAT.result();
    if (ai != null && result != null) {
      responseOfChat(result, ai);
    }
    CHAT.end();
  }

  private static void responseOfChat(ChatResponse result, AiResult ai) {
    try {
      ai.model(result.modelName());
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      ai.id(result.id());
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      FinishReason finishReason = result.finishReason();
      if (finishReason != null) {
        ai.finishReason(finishReason.name());
      }
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      AiMessage aiMessage = result.aiMessage();
      if (aiMessage != null) {
        List<ToolExecutionRequest> toolExecutionRequests = aiMessage.toolExecutionRequests();
        if (toolExecutionRequests != null) {
          ai.toolCalls(toolExecutionRequests.size());
        }
      }
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      TokenUsage tokenUsage = result.tokenUsage();
      if (tokenUsage != null) {
        ai.inputTokens(tokenUsage.inputTokenCount());
        ai.outputTokens(tokenUsage.outputTokenCount());
        ai.totalTokens(tokenUsage.totalTokenCount());
      }
    } catch (Throwable failure) {
      ai.unreadableTokens(failure);
    }
  }

  @Pointcut("execution(dev.langchain4j.model.chat.response.ChatResponse shop.AiCalls.plan(java.lang.String))")
  void bodyOfPlan() {
  }

  @AfterThrowing(pointcut = "bodyOfPlan()", throwing = "error", argNames = "error")
  public void failPlan(Throwable error) {
    PLAN.fail(error);
  }

  @Before(value = "bodyOfPlan() && args(agent)", argNames = "agent")
  public void startPlan(String agent) {
    SpanStart start = PLAN.begin();
    if (start != null) {
      start.attribute(GEN_AI_AGENT_NAME, agent);
      start.enter();
    }
  }

  @AfterReturning(pointcut = "bodyOfPlan()", returning = "result", argNames = "result")
  public void endPlan(ChatResponse result) {
    AiResult ai = PLAN.result();
    if (ai != null && result != null) {
      responseOfPlan(result, ai);
    }
    PLAN.end();
  }

  private static void responseOfPlan(ChatResponse result, AiResult ai) {
    try {
      ai.model(result.modelName());
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      ai.id(result.id());
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      FinishReason finishReason = result.finishReason();
      if (finishReason != null) {
        ai.finishReason(finishReason.name());
      }
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      AiMessage aiMessage = result.aiMessage();
      if (aiMessage != null) {
        List<ToolExecutionRequest> toolExecutionRequests = aiMessage.toolExecutionRequests();
        if (toolExecutionRequests != null) {
          ai.toolCalls(toolExecutionRequests.size());
        }
      }
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      TokenUsage tokenUsage = result.tokenUsage();
      if (tokenUsage != null) {
        ai.inputTokens(tokenUsage.inputTokenCount());
        ai.outputTokens(tokenUsage.outputTokenCount());
        ai.totalTokens(tokenUsage.totalTokenCount());
      }
    } catch (Throwable failure) {
      ai.unreadableTokens(failure);
    }
  }

  @Pointcut("execution(java.util.concurrent.CompletionStage shop.AiCalls.ask(dev.langchain4j.model.chat.request.ChatRequest))")
  void bodyOfAsk() {
  }

  @AfterThrowing(pointcut = "bodyOfAsk()", throwing = "error", argNames = "error")
  public void failAsk(Throwable error) {
    ASK.fail(error);
  }

  @Before(value = "bodyOfAsk() && args(request)", argNames = "request")
  public void startAsk(ChatRequest request) {
    SpanStart start = ASK.begin();
    if (start != null) {
      requestOfAsk(request, start.request());
      start.enter();
    }
  }

  private static void requestOfAsk(ChatRequest params, AiRequest request) {
    if (params == null) {
      return;
    }
    try {
      request.model(params.modelName());
    } catch (Throwable failure) {
      request.unreadable(failure);
    }
    try {
      request.topP(params.topP());
    } catch (Throwable failure) {
      request.unreadable(failure);
    }
    try {
      request.maxTokens(params.maxOutputTokens());
    } catch (Throwable failure) {
      request.unreadable(failure);
    }
    try {
      List<ChatMessage> messages = params.messages();
      if (messages != null) {
        request.historySize(messages.size());
      }
    } catch (Throwable failure) {
      request.unreadable(failure);
    }
  }

  @AfterReturning(pointcut = "bodyOfAsk()", returning = "result", argNames = "result")
  public void endAsk(CompletionStage<?> result) {
    ASK.end(result, ASK_RESULT);
  }

  private static void responseOfAsk(ChatResponse result, AiResult ai) {
    try {
      ai.model(result.modelName());
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      ai.id(result.id());
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      FinishReason finishReason = result.finishReason();
      if (finishReason != null) {
        ai.finishReason(finishReason.name());
      }
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      AiMessage aiMessage = result.aiMessage();
      if (aiMessage != null) {
        List<ToolExecutionRequest> toolExecutionRequests = aiMessage.toolExecutionRequests();
        if (toolExecutionRequests != null) {
          ai.toolCalls(toolExecutionRequests.size());
        }
      }
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      TokenUsage tokenUsage = result.tokenUsage();
      if (tokenUsage != null) {
        ai.inputTokens(tokenUsage.inputTokenCount());
        ai.outputTokens(tokenUsage.outputTokenCount());
        ai.totalTokens(tokenUsage.totalTokenCount());
      }
    } catch (Throwable failure) {
      ai.unreadableTokens(failure);
    }
  }

  @Pointcut("execution(java.util.concurrent.Flow.Publisher shop.AiCalls.stream(dev.langchain4j.model.chat.request.ChatRequest))")
  void bodyOfStream() {
  }

  @AfterThrowing(pointcut = "bodyOfStream()", throwing = "error", argNames = "error")
  public void failStream(Throwable error) {
    STREAM.fail(error);
  }

  @Before(value = "bodyOfStream() && args(request)", argNames = "request")
  public void startStream(ChatRequest request) {
    SpanStart start = STREAM.begin();
    if (start != null) {
      requestOfStream(request, start.request());
      start.enter();
    }
  }

  private static void requestOfStream(ChatRequest params, AiRequest request) {
    if (params == null) {
      return;
    }
    try {
      request.model(params.modelName());
    } catch (Throwable failure) {
      request.unreadable(failure);
    }
    try {
      request.temperature(params.temperature());
    } catch (Throwable failure) {
      request.unreadable(failure);
    }
    try {
      request.topP(params.topP());
    } catch (Throwable failure) {
      request.unreadable(failure);
    }
    try {
      request.maxTokens(params.maxOutputTokens());
    } catch (Throwable failure) {
      request.unreadable(failure);
    }
    try {
      List<ChatMessage> messages = params.messages();
      if (messages != null) {
        request.historySize(messages.size());
      }
    } catch (Throwable failure) {
      request.unreadable(failure);
    }
  }

  @AfterReturning(pointcut = "bodyOfStream()", returning = "result", argNames = "result")
  public Flow.Publisher<?> endStream(Flow.Publisher<?> result) {
    return STREAM.trace(result, FlowResults::publisher, STREAM_RESULT);
  }

  private static void responseOfStream(ChatResponse result, AiResult ai) {
    try {
      ai.model(result.modelName());
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      ai.id(result.id());
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      FinishReason finishReason = result.finishReason();
      if (finishReason != null) {
        ai.finishReason(finishReason.name());
      }
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      AiMessage aiMessage = result.aiMessage();
      if (aiMessage != null) {
        List<ToolExecutionRequest> toolExecutionRequests = aiMessage.toolExecutionRequests();
        if (toolExecutionRequests != null) {
          ai.toolCalls(toolExecutionRequests.size());
        }
      }
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      TokenUsage tokenUsage = result.tokenUsage();
      if (tokenUsage != null) {
        ai.inputTokens(tokenUsage.inputTokenCount());
        ai.outputTokens(tokenUsage.outputTokenCount());
        ai.totalTokens(tokenUsage.totalTokenCount());
      }
    } catch (Throwable failure) {
      ai.unreadableTokens(failure);
    }
  }

  @Pointcut("execution(java.util.concurrent.CompletableFuture shop.AiCalls.streamLater())")
  void bodyOfStreamLater() {
  }

  @AfterThrowing(pointcut = "bodyOfStreamLater()", throwing = "error", argNames = "error")
  public void failStreamLater(Throwable error) {
    STREAM_LATER.fail(error);
  }

  @Before("bodyOfStreamLater()")
  public void startStreamLater() {
    STREAM_LATER.start();
  }

  @AfterReturning(pointcut = "bodyOfStreamLater()", returning = "result", argNames = "result")
  public CompletableFuture<?> endStreamLater(CompletableFuture<?> result) {
    return STREAM_LATER.traceStream(result, StageResults::completableFuture, (stream, spans) -> StreamResults.stream((Stream<?>) stream, spans), STREAM_LATER_RESULT);
  }

  private static void responseOfStreamLater(ChatResponse result, AiResult ai) {
    try {
      ai.model(result.modelName());
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      ai.id(result.id());
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      FinishReason finishReason = result.finishReason();
      if (finishReason != null) {
        ai.finishReason(finishReason.name());
      }
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      AiMessage aiMessage = result.aiMessage();
      if (aiMessage != null) {
        List<ToolExecutionRequest> toolExecutionRequests = aiMessage.toolExecutionRequests();
        if (toolExecutionRequests != null) {
          ai.toolCalls(toolExecutionRequests.size());
        }
      }
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      TokenUsage tokenUsage = result.tokenUsage();
      if (tokenUsage != null) {
        ai.inputTokens(tokenUsage.inputTokenCount());
        ai.outputTokens(tokenUsage.outputTokenCount());
        ai.totalTokens(tokenUsage.totalTokenCount());
      }
    } catch (Throwable failure) {
      ai.unreadableTokens(failure);
    }
  }

  @Pointcut("execution(void shop.AiCalls.handle(dev.langchain4j.model.chat.response.StreamingChatResponseHandler, long, dev.langchain4j.model.chat.request.ChatRequest))")
  void bodyOfHandle() {
  }

  @AfterThrowing(pointcut = "bodyOfHandle()", throwing = "error", argNames = "error")
  public void failHandle(Throwable error) {
    HANDLE.fail(error);
  }

  @Before(value = "bodyOfHandle() && args(handler_, *, request)", argNames = "request, handler_")
  public StreamingChatResponseHandler startHandle(ChatRequest request,
      StreamingChatResponseHandler handler_) {
    SpanStart start = HANDLE.begin();
    if (start != null) {
      requestOfHandle(request, start.request());
      start.enter();
    }
    return HANDLE.endWith(handler_, LangChain4jHandlers::handler, HANDLE_CHUNKS);
  }

  private static void requestOfHandle(ChatRequest params, AiRequest request) {
    if (params == null) {
      return;
    }
    try {
      request.model(params.modelName());
    } catch (Throwable failure) {
      request.unreadable(failure);
    }
    try {
      request.temperature(params.temperature());
    } catch (Throwable failure) {
      request.unreadable(failure);
    }
    try {
      request.topP(params.topP());
    } catch (Throwable failure) {
      request.unreadable(failure);
    }
    try {
      request.maxTokens(params.maxOutputTokens());
    } catch (Throwable failure) {
      request.unreadable(failure);
    }
    try {
      List<ChatMessage> messages = params.messages();
      if (messages != null) {
        request.historySize(messages.size());
      }
    } catch (Throwable failure) {
      request.unreadable(failure);
    }
  }

  @AfterReturning("bodyOfHandle()")
  public void endHandle() {
    HANDLE.end();
  }

  private static void responseOfHandle(ChatResponse result, AiResult ai) {
    try {
      ai.model(result.modelName());
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      ai.id(result.id());
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      FinishReason finishReason = result.finishReason();
      if (finishReason != null) {
        ai.finishReason(finishReason.name());
      }
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      AiMessage aiMessage = result.aiMessage();
      if (aiMessage != null) {
        List<ToolExecutionRequest> toolExecutionRequests = aiMessage.toolExecutionRequests();
        if (toolExecutionRequests != null) {
          ai.toolCalls(toolExecutionRequests.size());
        }
      }
    } catch (Throwable failure) {
      ai.unreadable(failure);
    }
    try {
      TokenUsage tokenUsage = result.tokenUsage();
      if (tokenUsage != null) {
        ai.inputTokens(tokenUsage.inputTokenCount());
        ai.outputTokens(tokenUsage.outputTokenCount());
        ai.totalTokens(tokenUsage.totalTokenCount());
      }
    } catch (Throwable failure) {
      ai.unreadableTokens(failure);
    }
  }

  @Pointcut("execution(shop.AiCalls.Answer shop.AiCalls.summarize(java.lang.String))")
  void bodyOfSummarize() {
  }

  @AfterThrowing(pointcut = "bodyOfSummarize()", throwing = "error", argNames = "error")
  public void failSummarize(Throwable error) {
    SUMMARIZE.fail(error);
  }

  @Before("bodyOfSummarize()")
  public void startSummarize() {
    SUMMARIZE.start();
  }

  @AfterReturning(pointcut = "bodyOfSummarize()", returning = "result", argNames = "result")
  public void endSummarize(AiCalls.Answer result) {
    AiResult ai = SUMMARIZE.result();
    if (ai != null && result != null) {
      responseOfSummarize(result, ai);
    }
    SUMMARIZE.end();
  }

  private static void responseOfSummarize(AiCalls.Answer result, AiResult ai) {
    try {
      AiCalls.Usage usage = result.usage();
      if (usage != null) {
        ai.inputTokens(usage.inputTokens());
        ai.outputTokens(usage.outputTokens());
      }
    } catch (Throwable failure) {
      ai.unreadableTokens(failure);
    }
  }

  @Pointcut("execution(java.lang.String shop.AiCalls.tool(java.lang.String))")
  void bodyOfTool() {
  }

  @AfterThrowing(pointcut = "bodyOfTool()", throwing = "error", argNames = "error")
  public void failTool(Throwable error) {
    TOOL.fail(error);
  }

  @Before(value = "bodyOfTool() && args(model)", argNames = "model")
  public void startTool(String model) {
    SpanStart start = TOOL.begin();
    if (start != null) {
      start.attribute(GEN_AI_REQUEST_MODEL, model);
      start.enter();
    }
  }

  @AfterReturning("bodyOfTool()")
  public void endTool() {
    TOOL.end();
  }

  /**
   * {@code result.modelName()}
   */
  private static void addModelName(RecordingSpan end, ChatResponse result) {
    try {
      if (result != null) {
        end.attribute(MODEL_NAME, result.modelName());
      }
    } catch (Throwable failure) {
      end.unreadable(MODEL_NAME, failure);
    }
  }
}
