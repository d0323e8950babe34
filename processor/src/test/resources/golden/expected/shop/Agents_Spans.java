package shop;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.runtime.woven.AiResult;
import io.spanloom.runtime.woven.AiSettings;
import io.spanloom.runtime.woven.GeneratedAspect;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.runtime.woven.SpanStart;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.Pointcut;

/**
 * Spans of {@link Agents}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Agents", methods = {
    "support(Ljava/lang/String;)Ldev/langchain4j/model/chat/response/ChatResponse;",
    "plan(Ljava/lang/String;)Ljava/util/concurrent/CompletionStage;",
    "weather(Ljava/lang/String;)Ljava/lang/String;",
    "order(Ljava/lang/String;)J",
    "tool()V",
    "any(Ljava/lang/String;)Ljava/lang/String;"})
final class Agents_Spans {
  static final SpanSite SUPPORT = SpanSite.of("invoke_agent support", "shop.Agents.support")
      .aiCall(AiSettings.of("invoke_agent", "openai").name("support").limits(10, 0.25));

  static final SpanSite PLAN = SpanSite.of("invoke_agent", "shop.Agents.plan")
      .aiCall(AiSettings.of("invoke_agent", "openai").limits(0, 1.0));

  static final SpanSite WEATHER = SpanSite.of("execute_tool weather", "shop.Agents.weather")
      .aiCall(AiSettings.of("execute_tool", null).name("weather"));

  static final SpanSite ORDER = SpanSite.of("execute_tool find_order", "shop.Agents.order")
      .aiCall(AiSettings.of("execute_tool", null).name("find_order"));

  static final SpanSite TOOL = SpanSite.of("execute_tool refund", "shop.Agents.tool")
      .aiCall(AiSettings.of("execute_tool", "openai").name("refund"));

  static final SpanSite ANY = SpanSite.of("execute_tool", "shop.Agents.any")
      .aiCall(AiSettings.of("execute_tool", null));

  private static final AttributeKey<String> GEN_AI_AGENT_NAME = AttributeKey.stringKey("gen_ai.agent.name");

  private static final AttributeKey<String> GEN_AI_TOOL_CALL_ID = AttributeKey.stringKey("gen_ai.tool.call.id");

  private static final AttributeKey<String> GEN_AI_TOOL_NAME = AttributeKey.stringKey("gen_ai.tool.name");

  @Pointcut("execution(dev.langchain4j.model.chat.response.ChatResponse shop.Agents.support(java.lang.String))")
  void bodyOfSupport() {
  }

  @AfterThrowing(pointcut = "bodyOfSupport()", throwing = "error", argNames = "error")
  public void failSupport(Throwable error) {
    SUPPORT.fail(error);
  }

  @Before("bodyOfSupport()")
  public void startSupport() {
    SUPPORT.start();
  }

  @AfterReturning(pointcut = "bodyOfSupport()", returning = "result", argNames = "result")
  public void endSupport(ChatResponse result) {
    AiResult ai = SUPPORT.result();
    if (ai != null && result != null) {
      responseOfSupport(result, ai);
    }
    SUPPORT.end();
  }

  private static void responseOfSupport(ChatResponse result, AiResult ai) {
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

  @Pointcut("execution(java.util.concurrent.CompletionStage shop.Agents.plan(java.lang.String))")
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
  public void endPlan(CompletionStage<?> result) {
    PLAN.end(result);
  }

  @Pointcut("execution(java.lang.String shop.Agents.weather(java.lang.String))")
  void bodyOfWeather() {
  }

  @AfterThrowing(pointcut = "bodyOfWeather()", throwing = "error", argNames = "error")
  public void failWeather(Throwable error) {
    WEATHER.fail(error);
  }

  @Before("bodyOfWeather()")
  public void startWeather() {
    WEATHER.start();
  }

  @AfterReturning("bodyOfWeather()")
  public void endWeather() {
    WEATHER.end();
  }

  @Pointcut("execution(long shop.Agents.order(java.lang.String))")
  void bodyOfOrder() {
  }

  @AfterThrowing(pointcut = "bodyOfOrder()", throwing = "error", argNames = "error")
  public void failOrder(Throwable error) {
    ORDER.fail(error);
  }

  @Before(value = "bodyOfOrder() && args(call_)", argNames = "call_")
  public void startOrder(String call_) {
    SpanStart start = ORDER.begin();
    if (start != null) {
      start.attribute(GEN_AI_TOOL_CALL_ID, call_);
      start.enter();
    }
  }

  @AfterReturning("bodyOfOrder()")
  public void endOrder() {
    ORDER.end();
  }

  @Pointcut("execution(void shop.Agents.tool())")
  void bodyOfTool() {
  }

  @AfterThrowing(pointcut = "bodyOfTool()", throwing = "error", argNames = "error")
  public void failTool(Throwable error) {
    TOOL.fail(error);
  }

  @Before("bodyOfTool()")
  public void startTool() {
    TOOL.start();
  }

  @AfterReturning("bodyOfTool()")
  public void endTool() {
    TOOL.end();
  }

  @Pointcut("execution(java.lang.String shop.Agents.any(java.lang.String))")
  void bodyOfAny() {
  }

  @AfterThrowing(pointcut = "bodyOfAny()", throwing = "error", argNames = "error")
  public void failAny(Throwable error) {
    ANY.fail(error);
  }

  @Before(value = "bodyOfAny() && args(name)", argNames = "name")
  public void startAny(String name) {
    SpanStart start = ANY.begin();
    if (start != null) {
      start.attribute(GEN_AI_TOOL_NAME, name);
      start.enter();
    }
  }

  @AfterReturning("bodyOfAny()")
  public void endAny() {
    ANY.end();
  }
}
