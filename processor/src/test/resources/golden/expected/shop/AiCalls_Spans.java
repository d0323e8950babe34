package shop;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.runtime.woven.AiResult;
import io.spanloom.runtime.woven.GeneratedAspect;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.runtime.woven.SpanStart;
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
    "tool(Ljava/lang/String;)Ljava/lang/String;"})
final class AiCalls_Spans {
  static final SpanSite CHAT = SpanSite.of("chat", "shop.AiCalls.chat")
      .kind(SpanKind.CLIENT)
      .aiCall("chat", "openai", null);

  static final SpanSite PLAN = SpanSite.of("generate_content claude-sonnet-4-5",
      "shop.AiCalls.plan")
      .kind(SpanKind.CLIENT)
      .aiCall("generate_content", "anthropic", "claude-sonnet-4-5")
      .temperature(0.2)
      .phase("plan");

  static final SpanSite TOOL = SpanSite.of("execute_tool", "shop.AiCalls.tool")
      .aiCall("execute_tool", "shop", null)
      .temperature(0.0);

  private static final AttributeKey<String> GEN_AI_AGENT_NAME = AttributeKey.stringKey("gen_ai.agent.name");

  private static final AttributeKey<String> GEN_AI_REQUEST_MODEL = AttributeKey.stringKey("gen_ai.request.model");

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
    AiResult noted = CHAT.result();
    if (noted != null && result != null) {
      try {
        readChat(result, noted);
      } catch (Throwable failure) {
        noted.unreadable(failure);
      }
    }
    CHAT.end();
  }

  private static void readChat(ChatResponse result, AiResult noted) {
    noted.model(result.modelName());
    noted.id(result.id());
    FinishReason finishReason = result.finishReason();
    if (finishReason != null) {
      noted.finishReason(finishReason.name());
    }
    TokenUsage tokenUsage = result.tokenUsage();
    if (tokenUsage != null) {
      noted.usage(tokenUsage.inputTokenCount(), tokenUsage.outputTokenCount(),
          tokenUsage.totalTokenCount());
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
    AiResult noted = PLAN.result();
    if (noted != null && result != null) {
      try {
        readPlan(result, noted);
      } catch (Throwable failure) {
        noted.unreadable(failure);
      }
    }
    PLAN.end();
  }

  private static void readPlan(ChatResponse result, AiResult noted) {
    noted.model(result.modelName());
    noted.id(result.id());
    FinishReason finishReason = result.finishReason();
    if (finishReason != null) {
      noted.finishReason(finishReason.name());
    }
    TokenUsage tokenUsage = result.tokenUsage();
    if (tokenUsage != null) {
      noted.usage(tokenUsage.inputTokenCount(), tokenUsage.outputTokenCount(),
          tokenUsage.totalTokenCount());
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
}
