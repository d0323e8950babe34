package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;

/** Span annotations with invalid members or unreadable results. */
final class InvalidSpans {

  static final List<InvalidSource> ALL =
      InvalidSource.list(
          InvalidSource.error(
              "an expected exception is accessible to the aspect",
              Code.INACCESSIBLE_TYPE,
              "Make it package-private, or public if it is in another package, or use an accessible"
                  + " supertype.",
              """
              package shop;
              import io.spanloom.*;
              import io.spanloom.socket.SocketEvent;
              class Orders {
                private static class Refused extends RuntimeException {}
                private static class Hidden { static class Lost extends Refused {} }
                static class Known extends Refused {}
                @Traced(expected = Refused^.class) void one() {}
                @Traced(expected = {Known.class, Hidden.Lost^.class, Error.class}) void two() {}
                @Workflow(expected = Refused^.class) void run() {}
                @WorkflowStep(expected = Refused^.class) void step() {}
                @SocketEvent(value = "message", expected = {Known.class, Refused^.class}) void received() {}
              }
              """),
          InvalidSource.error(
              "a protected exception of another package is not accessible to the aspect",
              Code.INACCESSIBLE_TYPE,
              "Exception base.Base.Refused is not accessible to the generated aspect, which is a separate"
                  + " class in the same package.",
              """
              package shop;
              import io.spanloom.Traced;
              class Orders extends base.Base {
                @Traced(expected = Refused^.class) void place() {}
              }
              """,
              """
              package base;
              public class Base {
                protected static class Refused extends RuntimeException {}
              }
              """),
          InvalidSource.error(
              "a step that records events has no attributes",
              Code.ATTRIBUTE_ON_EVENTS,
              "requires a span, but step 'pack(String, int, long)' only records events on the current"
                  + " span. Make the step a span (as = SPAN), or remove the attribute.",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep(as = WorkflowStep.Form.EVENTS)
                void pack(^@SpanAttribute String id, int count, @SpanAttribute(^"x") long weight) {}
              }
              """),
          InvalidSource.warning(
              "an AI call returns a readable response",
              Code.UNREADABLE_RESPONSE,
              "Return the AI client's response, such as LangChain4j's ChatResponse, name a part of the"
                  + " result (usage = \"result.response\"), or call"
                  + " io.spanloom.runtime.Ai.recordUsage in the method. To accept this, add"
                  + " @SuppressWarnings(\"SPL012\").",
              """
              package shop;
              import dev.langchain4j.model.chat.response.ChatResponse;
              import io.spanloom.AICall;
              import java.util.concurrent.CompletableFuture;
              class Orders {
                ^@AICall(provider = "x") String text() { return ""; }
                ^@AICall(provider = "x") void nothing() {}
                ^@AICall(provider = "x") int[] numbers() { return null; }
                ^@AICall(provider = "x") CompletableFuture<String> later() { return null; }
                @AICall(provider = "x") CompletableFuture<ChatResponse> answerLater() { return null; }
                @AICall(provider = "x") ChatResponse answer() { return null; }
                @SuppressWarnings({"unused", "SPL012"})
                @AICall(provider = "x") String suppressedOnMethod() { return ""; }
                @SuppressWarnings("SPL012")
                static class Suppressed { @AICall(provider = "x") String onClass() { return ""; } }
                @SuppressWarnings("SPL013")
                ^@AICall(provider = "x") String another() { return ""; }
                @AICall(provider = "x", operation = AICall.Operation.EXECUTE_TOOL)
                String tool() { return ""; }
                @AICall(provider = "x", operation = AICall.Operation.INVOKE_AGENT)
                String agent() { return ""; }
              }
              """),
          InvalidSource.warning(
              "an AI call has a handler of readable chunks",
              Code.UNREADABLE_RESPONSE,
              "because the chunks of InvokeModelWithResponseStreamResponseHandler are bytes in the"
                  + " format of the model. Use a ConverseStreamResponseHandler, or call"
                  + " io.spanloom.runtime.Ai.recordUsage in the method. To accept this, add"
                  + " @SuppressWarnings(\"SPL012\").",
              """
              package shop;
              import io.spanloom.AICall;
              import java.util.concurrent.CompletableFuture;
              import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
              class Orders {
                ^@AICall(provider = "aws.bedrock")
                CompletableFuture<Void> ask(InvokeModelWithResponseStreamResponseHandler handler) {
                  return null;
                }
              }
              """,
              """
              package software.amazon.awssdk.services.bedrockruntime.model;
              public interface InvokeModelWithResponseStreamResponseHandler {}
              """),
          InvalidSource.warning(
              "an AI call returns readable chunks",
              Code.UNREADABLE_RESPONSE,
              "Return the AI client's chunks, such as a Flux of Spring AI's ChatResponse, name a part of"
                  + " the result (usage = \"result.response\"), or call"
                  + " io.spanloom.runtime.Ai.recordUsage in the method. To accept this, add"
                  + " @SuppressWarnings(\"SPL012\").",
              """
              package shop;
              import dev.langchain4j.model.chat.response.ChatResponse;
              import io.spanloom.AICall;
              import java.util.concurrent.Flow;
              import java.util.stream.Stream;
              class Orders {
                ^@AICall(provider = "x") Flow.Publisher<String> text() { return null; }
                ^@AICall(provider = "x") Stream<?> anything() { return null; }
                @AICall(provider = "x") Flow.Publisher<ChatResponse> answers() { return null; }
                @AICall(provider = "x") Stream<? extends ChatResponse> answerStream() { return null; }
                record Chunk(ChatResponse response) {}
                @AICall(provider = "x", usage = "result.response")
                Flow.Publisher<Chunk> own() { return null; }
              }
              """),
          InvalidSource.error(
              "a temperature is finite and not negative",
              Code.INVALID_TEMPERATURE,
              "Set a valid value, or remove the member.",
              """
              package shop;
              import dev.langchain4j.model.chat.response.ChatResponse;
              import io.spanloom.AICall;
              abstract class Orders {
                @AICall(provider = "x", temperature = ^-0.1) ChatResponse a() { return null; }
                @AICall(provider = "x", temperature = Double^.POSITIVE_INFINITY)
                ChatResponse b() { return null; }
                @AICall(provider = "x", temperature = 0) ChatResponse c() { return null; }
                @AICall(provider = "x", temperature = Double.NaN) ChatResponse d() { return null; }
              }
              """));

  private InvalidSpans() {}
}
