package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** AI calls whose streams have spans, directly and inside stages. */
final class StreamSpansTest {

  private static final String SOURCE =
      """
      import dev.langchain4j.data.message.AiMessage;
      import dev.langchain4j.model.chat.response.*;
      import io.spanloom.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.stream.*;
      public class Streams {
        static List<ChatResponse> chunks() {
          ChatResponse chunk = ChatResponse.builder().aiMessage(AiMessage.from("")).modelName("m").build();
          return List.of(chunk, chunk);
        }
        @AICall(provider = "x", model = "stream", streamSpan = true)
        private static Stream<ChatResponse> stream() { inside(); return chunks().stream().peek(each -> inside()); }
        @AICall(provider = "x", model = "future", streamSpan = true)
        CompletableFuture<Stream<ChatResponse>> future(boolean fails) {
          return fails ? CompletableFuture.failedFuture(new IllegalStateException()) : CompletableFuture.completedFuture(chunks().stream());
        }
        @AICall(provider = "x", model = "stage", streamSpan = true)
        static <T> CompletionStage<Iterator<ChatResponse>> stage(T unused) {
          return CompletableFuture.completedStage(chunks().iterator());
        }
        @SuppressWarnings("SPL012")
        @AICall(provider = "x", model = "text")
        static CompletionStage<Stream<String>> text() { return CompletableFuture.completedStage(Stream.of("a")); }
        @AICall(provider = "x", model = "iterable", streamSpan = true)
        static Iterable<ChatResponse> iterable() { return chunks(); }
        @AICall(provider = "x", model = "null", streamSpan = true)
        static CompletableFuture<Stream<ChatResponse>> nothing() { return null; }
        @Traced("inside") static void inside() {}
        public static Object run() throws Exception {
          List<Object> result = new ArrayList<>();
          result.add(stream().collect(Collectors.toList()).size());
          result.add(new Streams().future(false).thenApply(each -> each.collect(Collectors.toList()).size()).get());
          result.add(new Streams().future(true).isCompletedExceptionally());
          stage("").thenAccept(each -> each.forEachRemaining(chunk -> result.add(chunk.modelName())));
          text().thenAccept(each -> result.add(each.collect(Collectors.toList())));
          for (ChatResponse chunk : iterable()) { result.add(chunk.modelName()); }
          result.add(String.valueOf(nothing()));
          return result;
        }
      }
      """;

  private static String call(String model, int chunks) {
    return ("chat %1$s CLIENT {ai.stream.chunks_count=%2$d, ai.stream.total_ms=*,"
            + " gen_ai.operation.name=chat, gen_ai.provider.name=x, gen_ai.request.model=%1$s,"
            + " gen_ai.request.stream=true%3$s}")
        .formatted(
            model,
            chunks,
            chunks == 0 ? "" : ", gen_ai.response.model=m, gen_ai.response.time_to_first_chunk=*");
  }

  @Test
  void addsChildSpansOfStreams() {
    ComparedRun compared = ComparedRun.run("Streams", SOURCE);

    assertThat(compared.tree().lines().map(StreamSpansTest::withoutTimes))
        .containsExactly(
            call("stream", 2),
            "  inside",
            "  chat stream stream",
            "  inside",
            "  inside",
            call("future", 2),
            "  chat future stream",
            call("future", 0)
                    .replace("CLIENT", "CLIENT ERROR")
                    .replace(
                        ", gen_ai.op", ", error.type=java.lang.IllegalStateException, gen_ai.op")
                + " [exception {exception.type=java.lang.IllegalStateException}]",
            call("stage", 2),
            "  chat stage stream",
            call("text", 1).replace(" gen_ai.response.model=m,", ""),
            call("iterable", 2),
            "  chat iterable stream",
            call("null", 0));
  }

  private static String withoutTimes(String line) {
    return line.replaceAll("(total_ms|first_chunk)=[0-9.E-]+", "$1=*");
  }
}
