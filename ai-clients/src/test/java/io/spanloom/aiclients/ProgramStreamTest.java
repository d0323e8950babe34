package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.spanloom.AICall;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

/** Streams of the JDK and of other libraries, in all ways to consume them. */
final class ProgramStreamTest extends AiClientTestBase {

  /** Traced streams. */
  static final class Calls {

    private Calls() {}

    @AICall(provider = "openai", model = "gpt-4o")
    static Stream<ChatResponse> stream() {
      return chunks().stream();
    }

    @AICall(provider = "openai", model = "gpt-4o")
    static Iterator<ChatResponse> iterator() {
      return chunks().iterator();
    }

    @AICall(provider = "openai", model = "gpt-4o")
    static Iterable<ChatResponse> iterable() {
      return chunks();
    }

    @AICall(provider = "openai", model = "gpt-4o")
    static CompletionStage<Stream<ChatResponse>> streamLater() {
      return CompletableFuture.supplyAsync(() -> chunks().stream());
    }

    @AICall(provider = "openai", model = "gpt-4o")
    static CompletableFuture<Iterator<ChatResponse>> iteratorLater() {
      return CompletableFuture.completedFuture(chunks().iterator());
    }

    @AICall(provider = "openai", model = "gpt-4o")
    static Flux<ChatResponse> flux() {
      return Flux.fromIterable(chunks());
    }
  }

  private static List<ChatResponse> chunks() {
    return List.of(
        chunk("", 0, 0), chunk("gpt-4o", 1000, 100), chunk("gpt-4o", 1000, 200), chunk("", 0, 0));
  }

  private static ChatResponse chunk(String model, int input, int output) {
    return ChatResponse.builder()
        .aiMessage(AiMessage.from(MARK))
        .modelName(model)
        .tokenUsage(new TokenUsage(input, output))
        .build();
  }

  static Stream<Function<String, Integer>> consumers() {
    return Stream.of(
        name -> Calls.stream().toList().size(),
        name -> (int) Calls.stream().parallel().filter(chunk -> true).map(Object::toString).count(),
        name -> drain(Calls.stream().iterator()),
        name -> Calls.streamLater().toCompletableFuture().join().toList().size(),
        name -> drain(Calls.iteratorLater().join()),
        name -> drain(Calls.iterator()),
        name -> drain(Calls.iterable().iterator()),
        name -> {
          List<ChatResponse> all = new ArrayList<>();
          Calls.iterable().forEach(all::add);
          return all.size();
        },
        name -> {
          List<ChatResponse> all = new ArrayList<>();
          Calls.iterator().forEachRemaining(all::add);
          return all.size();
        },
        name ->
            (int)
                StreamSupport.stream(Calls.iterable().spliterator(), false)
                    .peek(c -> {})
                    .filter(c -> true)
                    .count(),
        name -> Calls.flux().collectList().blockOptional().orElseThrow().size(), // fused
        name -> Calls.flux().hide().collectList().blockOptional().orElseThrow().size());
  }

  private static int drain(Iterator<ChatResponse> chunks) {
    int count = 0;
    while (chunks.hasNext()) {
      chunks.next();
      count++;
    }
    return count;
  }

  @ParameterizedTest
  @MethodSource("consumers")
  void readsEachChunkOnce(Function<String, Integer> consumer) {
    assertThat(consumer.apply("")).isEqualTo(4);
    assertThat(span())
        .isEqualTo(
            """
            chat gpt-4o CLIENT
            ai.cost.estimated_usd=%s
            ai.stream.chunks_count=4
            ai.stream.total_ms=*
            ai.usage.total_tokens=1200
            gen_ai.operation.name=chat
            gen_ai.provider.name=openai
            gen_ai.request.model=gpt-4o
            gen_ai.request.stream=true
            gen_ai.response.model=gpt-4o
            gen_ai.response.time_to_first_chunk=*
            gen_ai.usage.input_tokens=1000
            gen_ai.usage.output_tokens=200
            """
                .formatted((1000 * 2.5 + 200 * 10) / 1_000_000));
  }
}
