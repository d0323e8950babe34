package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Arguments that are replaced: the handlers of AI calls. */
final class StreamHandlersTest {

  private static final String SECRET = "my bank account is 4711";

  private static final String SOURCE =
      """
      import dev.langchain4j.data.message.AiMessage;
      import dev.langchain4j.model.chat.response.*;
      import dev.langchain4j.model.output.*;
      import io.spanloom.*;
      import java.util.*;
      import java.util.concurrent.*;
      public class Handlers {
        static final List<String> events = new ArrayList<>();
        static class Log implements StreamingChatResponseHandler {
          public void onPartialResponse(String text) { events.add("text " + text); }
          public void onCompleteResponse(ChatResponse response) { events.add("end " + response.id()); }
          public void onError(Throwable error) { events.add("error " + error.getMessage()); }
        }
        static ChatResponse response() {
          return ChatResponse.builder().aiMessage(AiMessage.from("SECRET")).id("r-1").modelName("gpt-4o")
              .finishReason(FinishReason.STOP).tokenUsage(new TokenUsage(1000, 200)).build();
        }
        @AICall(provider = "openai", model = "middle")
        void middle(long a, StreamingChatResponseHandler handler, double b) {
          handler.onPartialResponse("SECRET" + a + b);
          handler.onPartialThinking(new PartialThinking("SECRET"));
          handler.onCompleteResponse(response());
          handler.onCompleteResponse(response());
        }
        @AICall(provider = "openai", model = "lambda")
        static void lambda(String[] texts, StreamingChatResponseHandler handler) {
          Runnable end = () -> handler.onError(new IllegalStateException("SECRET"));
          for (String text : texts) { handler.onPartialResponse(text); }
          end.run();
        }
        @AICall(provider = "openai", model = "throwing")
        static void throwing(final StreamingChatResponseHandler handler) {
          throw new IllegalStateException("SECRET" + (handler == null));
        }
        @AICall(provider = "openai", model = "recursive")
        private void recursive(int depth, StreamingChatResponseHandler handler) {
          if (depth > 0) { recursive(depth - 1, handler); } else { handler.onCompleteResponse(response()); }
        }
        @AICall(provider = "openai", model = "deferred")
        CompletableFuture<String> deferred(StreamingChatResponseHandler handler) {
          handler.onCompleteResponse(response());
          return CompletableFuture.completedFuture("SECRET");
        }
        @SuppressWarnings("SPL012")
        @AICall(provider = "openai", model = "subtype")
        static <H extends StreamingChatResponseHandler> H subtype(H handler) {
          handler.onCompleteResponse(response());
          return handler;
        }
        public static Object run() {
          events.clear();
          new Handlers().middle(7, new Log(), 0.5);
          lambda(new String[] {"SECRET", ""}, new Log());
          try { throwing(null); } catch (IllegalStateException expected) { events.add(expected.getMessage()); }
          try { throwing(new Log()); } catch (IllegalStateException expected) { events.add(expected.getMessage()); }
          new Handlers().recursive(1, new Log());
          events.add(new Handlers().deferred(new Log()).join());
          Log same = subtype(new Log());
          return events + " " + same.getClass();
        }
      }
      """
          .replace("SECRET", SECRET);

  private static String read(int chunks) {
    return """
    ai.cost.estimated_usd=0.0045, ai.stream.chunks_count=%d, ai.stream.total_ms=*, \
    ai.usage.total_tokens=1200, gen_ai.operation.name=chat, gen_ai.provider.name=openai, \
    gen_ai.request.model=%%s, gen_ai.request.stream=true, \
    gen_ai.response.finish_reasons=[stop], gen_ai.response.id=r-1, \
    gen_ai.response.model=gpt-4o, %sgen_ai.usage.input_tokens=1000, \
    gen_ai.usage.output_tokens=200}\
    """
        .formatted(chunks, chunks == 0 ? "" : "gen_ai.response.time_to_first_chunk=*, ");
  }

  private static String failed(String model, int chunks, String after) {
    return ("chat %s CLIENT ERROR {ai.stream.chunks_count=%d, ai.stream.total_ms=*,"
            + " error.type=java.lang.IllegalStateException, gen_ai.operation.name=chat,"
            + " gen_ai.provider.name=openai, gen_ai.request.model=%s, gen_ai.request.stream=true%s}"
            + " [exception {exception.type=java.lang.IllegalStateException}]")
        .formatted(model, chunks, model, after);
  }

  @Test
  void replacesHandlerAndEndsSpanWithIt() {
    ComparedRun compared = ComparedRun.run("Handlers", SOURCE);

    List<String> spans =
        compared
            .tree()
            .lines()
            .map(line -> line.replaceAll("(total_ms|first_chunk)=[0-9.E-]+", "$1=*"))
            .toList();
    assertThat(spans)
        .containsExactly(
            "chat middle CLIENT {" + read(2).formatted("middle"),
            failed("lambda", 2, ", gen_ai.response.time_to_first_chunk=*"),
            failed("throwing", 0, ""),
            failed("throwing", 0, ""),
            "chat recursive CLIENT {" + read(0).formatted("recursive"),
            "  chat recursive CLIENT {" + read(0).formatted("recursive"),
            "chat deferred CLIENT {" + read(0).formatted("deferred"),
            "chat subtype CLIENT {gen_ai.operation.name=chat, gen_ai.provider.name=openai,"
                + " gen_ai.request.model=subtype}");
    assertThat(compared.tree()).doesNotContain(SECRET);
  }
}
