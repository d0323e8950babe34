package io.spanloom.manifest;

/** A class with everything that a manifest can describe. */
final class Shop {

  static final String SOURCE =
      """
      import dev.langchain4j.data.message.AiMessage;
      import dev.langchain4j.model.chat.response.ChatResponse;
      import dev.langchain4j.model.output.*;
      import io.opentelemetry.api.trace.*;
      import io.opentelemetry.context.Context;
      import io.spanloom.*;
      import java.util.*;
      import java.util.concurrent.*;
      public class Orders {
        @Traced(kind = SpanKind.SERVER, attributes = @SpanAttribute(value = "layer", literal = "web"))
        @interface Served { @SpanAttribute("served.limit") long limit(); }
        @Served(limit = 3)
        @SpanAttribute(baggage = "tenant")
        @SpanAttribute(value = "items", from = "result")
        static List<Integer> place(
            @SpanAttribute("order.id") String id, @SpanAttribute(redact = SpanAttribute.Redact.HASH) String card,
            @SpanAttribute double price, @SpanAttribute boolean gift, @SpanAttribute String[] tags) {
          return List.of(1, 2);
        }
        @Traced(root = true, expected = TimeoutException.class, recordException = false)
        static CompletableFuture<String> send(@SpanLink SpanContext origin) {
          return CompletableFuture.completedFuture("sent");
        }
        @Traced static void refuse(@ParentContext Context caller) { throw new IllegalStateException("no"); }
        @WorkflowStep(workflow = "checkout") static void pay() {}
        @WorkflowStep(as = WorkflowStep.Form.EVENTS) static void pack() {}
        @AICall(provider = "openai", model = "gpt-4o", temperature = 0.5, phase = "plan") static ChatResponse ask() {
          io.spanloom.runtime.Ai.recordUsage(
              io.spanloom.runtime.AiUsage.of(1000, 200).withCache(1, 1).withReasoning(1));
          return ChatResponse.builder().aiMessage(AiMessage.from(
                  dev.langchain4j.agent.tool.ToolExecutionRequest.builder().name("find").build())).id("r-1").modelName("gpt-4o")
              .finishReason(FinishReason.STOP).tokenUsage(new TokenUsage(1000, 200, 1200)).build();
        }
        public static void run() {
          Context tenant = io.opentelemetry.api.baggage.Baggage.builder().put("tenant", "t-1").build()
              .storeInContext(Context.root());
          try (var scope = tenant.makeCurrent()) {
            place("o-1", "4711", 1.5, true, new String[] {"new"});
          }
          send(null).join();
          try { refuse(Context.root()); } catch (IllegalStateException refused) { pay(); }
          ask();
          Spans.withSpan("outer", io.opentelemetry.api.common.Attributes.empty(), Orders::pack);
        }
      }
      """
          .replace("Spans.withSpan", "io.spanloom.runtime.Spans.withSpan");

  private Shop() {}
}
