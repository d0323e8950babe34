package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;

/** AI calls whose annotation, response or attributes are invalid. */
final class InvalidAiCalls {

  static final List<InvalidSource> ALL =
      InvalidSource.list(
          InvalidSource.note(
              "the AI client has all accessors of the table",
              Code.MISSING_ACCESSOR,
              "this version of the AI client does not have"
                  + " com.openai.models.embeddings.CreateEmbeddingResponse.usage()."
                  + " Use a version that Spanloom supports.",
              """
              package shop;
              import com.openai.models.embeddings.CreateEmbeddingResponse;
              import io.spanloom.AICall;
              import java.util.concurrent.CompletionStage;
              class Orders {
                ^@AICall CreateEmbeddingResponse embed() { return null; }
                ^@AICall CompletionStage<CreateEmbeddingResponse> embedAsync() { return null; }
              }
              """,
              """
              package com.openai.models.embeddings;
              public class CreateEmbeddingResponse {
                public String model() { return ""; }
                public long usage(int index) { return 0; }
                static long usage() { return 0; }
              }
              """),
          InvalidSource.note(
              "no other library traces the calls of LangChain4j",
              Code.TRACED_TWICE,
              "because Quarkus LangChain4j traces the client's calls, too.",
              """
              package shop;
              import dev.langchain4j.model.chat.response.ChatResponse;
              import io.spanloom.AICall;
              class Orders {
                ^@AICall(provider = "openai") ChatResponse a() { return null; }
              }
              """,
              "package io.quarkiverse.langchain4j.runtime.listeners;"
                  + "\npublic class SpanChatModelListener {}",
              "package io.quarkus.opentelemetry.runtime;\npublic class OpenTelemetryUtil {}"),
          InvalidSource.note(
              "a constant model has a price",
              Code.UNPRICED_MODEL,
              "Correct the name, or add the price (spanloom.ai.prices).",
              """
              package shop;
              import dev.langchain4j.model.chat.response.ChatResponse;
              import io.spanloom.AICall;
              class Orders {
                @AICall(provider = "openai", model = ^"gpt-4oo") ChatResponse a() { return null; }
                @AICall(provider = "unknown", model = ^"gpt-4o") ChatResponse b() { return null; }
                @AICall(provider = "openai", model = "gpt-4o") ChatResponse c() { return null; }
                @AICall(provider = "gcp.vertex_ai", model = "gemini-2.5-pro") ChatResponse d() { return null; }
                @AICall(provider = "openai") ChatResponse e() { return null; }
                @AICall(provider = "x", model = "m", operation = AICall.Operation.EXECUTE_TOOL)
                String f() { return ""; }
              }
              """),
          InvalidSource.error(
              "a usage path leads to a response or to numbers of tokens",
              Code.INVALID_USAGE_PATH,
              "Name an AI client's response within the result, or an object with such accessors.",
              """
              package shop;
              import dev.langchain4j.model.chat.response.ChatResponse;
              import io.spanloom.AICall;
              import java.util.concurrent.CompletableFuture;
              class Orders {
                record Usage(long inputTokens) {}
                record Answer(String text, Usage usage, ChatResponse response, Hidden hidden) {}
                private record Hidden(long inputTokens) {}
                @AICall(provider = "x", usage = ^"usage") Answer a() { return null; }
                @AICall(provider = "x", usage = ^"result.nothing") Answer b() { return null; }
                @AICall(provider = "x", usage = ^"result.text") Answer c() { return null; }
                @AICall(provider = "x", usage = ^"result.hidden") Answer d() { return null; }
                @AICall(provider = "x", usage = ^"result.x") int[] e() { return null; }
                @AICall(provider = "x", usage = ^"result..") Answer f() { return null; }
                @AICall(provider = "x", usage = "result.usage") Answer g() { return null; }
                @AICall(provider = "x", usage = "result.response()")
                CompletableFuture<Answer> h() { return null; }
              }
              """),
          InvalidSource.error(
              "a member of @AICall applies to the operation",
              Code.UNSUITABLE_MEMBER,
              "Remove the member, or set the operation.",
              """
              package shop;
              import dev.langchain4j.model.chat.response.ChatResponse;
              import io.spanloom.AICall;
              class Orders {
                @AICall(provider = "x", name = ^"n") ChatResponse a() { return null; }
                @AICall(provider = "x", maxIterations = ^1) ChatResponse b() { return null; }
                @AICall(operation = AICall.Operation.EXECUTE_TOOL, maxCostUsd = ^0.5)
                String c() { return ""; }
                @AICall(operation = AICall.Operation.EXECUTE_TOOL, name = "n")
                String d() { return ""; }
                @AICall(provider = "x", operation = AICall.Operation.INVOKE_AGENT, name = "n",
                    maxIterations = 1, maxCostUsd = 0.5)
                String e() { return ""; }
              }
              """),
          InvalidSource.error(
              "an AI call with a span for its stream has a stream",
              Code.UNSUITABLE_MEMBER,
              "Remove the member, or return a stream, such as a Flux.",
              """
              package shop;
              import dev.langchain4j.model.chat.response.ChatResponse;
              import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
              import io.spanloom.AICall;
              import java.util.Iterator;
              import java.util.concurrent.*;
              import java.util.stream.Stream;
              @SuppressWarnings("SPL012")
              class Orders {
                static final boolean ON = true;
                @AICall(provider = "x", streamSpan = ^true) ChatResponse a() { return null; }
                @AICall(provider = "x", streamSpan = ^ON)
                CompletableFuture<ChatResponse> b() { return null; }
                @AICall(provider = "x", streamSpan = ^true)
                Future<Stream<ChatResponse>> c() { return null; }
                @AICall(provider = "x", streamSpan = false) ChatResponse d() { return null; }
                @AICall(provider = "x", streamSpan = true)
                Flow.Publisher<ChatResponse> e() { return null; }
                @AICall(provider = "x", streamSpan = true)
                CompletionStage<Iterator<ChatResponse>> f() { return null; }
                @AICall(provider = "x", streamSpan = true)
                void g(StreamingChatResponseHandler handler) {}
              }
              """),
          InvalidSource.note(
              "the span of an AI call ends with its stream",
              Code.UNOBSERVED_STREAM,
              "Return the stream itself, or a CompletableFuture of a Stream.",
              """
              package shop;
              import dev.langchain4j.model.chat.response.ChatResponse;
              import io.spanloom.AICall;
              import io.spanloom.Traced;
              import java.util.Iterator;
              import java.util.concurrent.*;
              import java.util.stream.Stream;
              @SuppressWarnings("SPL012")
              class Orders {
                ^@AICall(provider = "x") Future<Stream<ChatResponse>> a() { return null; }
                ^@AICall(provider = "x")
                CompletableFuture<Flow.Publisher<ChatResponse>> b() { return null; }
                static class Own<T> extends CompletableFuture<T> {}
                ^@AICall(provider = "x") Own<Stream<ChatResponse>> c() { return null; }
                ^@AICall(provider = "x")
                CompletionStage<Iterable<ChatResponse>> d() { return null; }
                ^@AICall(provider = "x")
                <R extends CompletableFuture<Stream<ChatResponse>>> R ofResult() { return null; }
                ^@AICall(provider = "x")
                <S extends Stream<ChatResponse>> CompletableFuture<S> ofStream() { return null; }
                ^@AICall(provider = "x")
                <S extends Stream<String>> CompletionStage<? extends S> ofBound() { return null; }
                @AICall(provider = "x")
                CompletableFuture<Stream<ChatResponse>> e() { return null; }
                @AICall(provider = "x") CompletionStage<Stream<String>> f() { return null; }
                @AICall(provider = "x")
                CompletionStage<Iterator<ChatResponse>> g() { return null; }
                @AICall(provider = "x") CompletionStage<Iterator<String>> h() { return null; }
                @Traced CompletionStage<Flow.Publisher<String>> i() { return null; }
              }
              """),
          InvalidSource.error(
              "the limits of an agent are positive",
              Code.UNSUITABLE_MEMBER,
              "Set a valid value, or remove the member.",
              """
              package shop;
              import io.spanloom.AICall;
              import io.spanloom.AICall.Operation;
              class Orders {
                @AICall(provider = "x", operation = Operation.INVOKE_AGENT, maxIterations = ^0)
                String a() { return ""; }
                @AICall(provider = "x", operation = Operation.INVOKE_AGENT, maxIterations = ^-1)
                String b() { return ""; }
                @AICall(provider = "x", operation = Operation.INVOKE_AGENT, maxCostUsd = ^0)
                String c() { return ""; }
                @AICall(provider = "x", operation = Operation.INVOKE_AGENT, maxCostUsd = Double^.NaN)
                String d() { return ""; }
                @AICall(provider = "x", operation = Operation.INVOKE_AGENT,
                    maxCostUsd = Double^.POSITIVE_INFINITY)
                String e() { return ""; }
              }
              """),
          InvalidSource.error(
              "the provider is set or known",
              Code.UNKNOWN_PROVIDER,
              "Set it (provider = \"openai\").",
              """
              package shop;
              import dev.langchain4j.model.chat.response.ChatResponse;
              import io.spanloom.AICall;
              class Orders {
                ^@AICall ChatResponse a() { return null; }
                ^@AICall(operation = AICall.Operation.INVOKE_AGENT) String b() { return ""; }
                @AICall(operation = AICall.Operation.EXECUTE_TOOL) String tool() { return ""; }
                @AICall(provider = "x") ChatResponse c() { return null; }
              }
              """),
          InvalidSource.error(
              "no path reads the content of a message",
              Code.MESSAGE_CONTENT,
              "Record a number instead, such as its length.",
              """
              package shop;
              import dev.langchain4j.data.message.AiMessage;
              import dev.langchain4j.model.chat.request.ChatRequest;
              import dev.langchain4j.model.chat.response.ChatResponse;
              import io.spanloom.AICall;
              import io.spanloom.SpanAttribute;
              import io.spanloom.SpanAttribute.Redact;
              class Orders {
                record Holder(AiMessage reply) {}
                @AICall(provider = "x")
                @SpanAttribute(value = ^"kind", from = "result.aiMessage().text()", redact = Redact.NONE)
                @SpanAttribute(value = "type", from = "result.aiMessage().type()")
                @SpanAttribute(value = ^"hash", from = "result.toString()", redact = Redact.HASH)
                @SpanAttribute(value = "count", from = "result.aiMessage().toolExecutionRequests().size()")
                @SpanAttribute(value = "model.name", from = "result.modelName()")
                ChatResponse a(
                    @SpanAttribute(value = ^"k", from = "reply().text()", redact = Redact.MASK) Holder holder,
                    @SpanAttribute(value = "history", from = "messages().size()") ChatRequest request) {
                  return null;
                }
                @AICall(provider = "x", operation = AICall.Operation.EXECUTE_TOOL)
                void tool(
                    @SpanAttribute(value = "gen_ai.tool.name", from = "name()")
                    @SpanAttribute(value = "gen_ai.tool.call.id", from = "id()")
                    @SpanAttribute(value = ^"tool.input", from = "arguments()", redact = Redact.HASH)
                    dev.langchain4j.agent.tool.ToolExecutionRequest request) {}
              }
              """));

  private InvalidAiCalls() {}
}
