package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Observable;
import io.smallrye.mutiny.Multi;
import io.spanloom.AICall;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.sequences.SequencesKt;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.flow.Flow;
import kotlinx.coroutines.flow.FlowKt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

/** The streams of reactive libraries: read to their end, failing, and cancelled. */
final class ReactiveStreamTest extends AiClientTestBase {

  /** Traced streams of chunks. */
  static final class Calls {

    private Calls() {}

    @AICall(provider = "openai", model = "gpt-4o")
    static Flux<ChatResponse> flux(Iterable<ChatResponse> chunks) {
      return Flux.fromIterable(chunks);
    }

    @AICall(provider = "openai", model = "gpt-4o")
    static Multi<ChatResponse> multi(Iterable<ChatResponse> chunks) {
      return Multi.createFrom().iterable(chunks);
    }

    @AICall(provider = "openai", model = "gpt-4o")
    static Flowable<ChatResponse> flowable(Iterable<ChatResponse> chunks) {
      return Flowable.fromIterable(chunks);
    }

    @AICall(provider = "openai", model = "gpt-4o")
    static Observable<ChatResponse> observable(Iterable<ChatResponse> chunks) {
      return Observable.fromIterable(chunks);
    }

    @AICall(provider = "openai", model = "gpt-4o")
    static Flow<ChatResponse> flow(Iterable<ChatResponse> chunks) {
      return FlowKt.asFlow(SequencesKt.asSequence(chunks.iterator()));
    }
  }

  /** A library, and the way in which its subscribers read the first chunks, or all. */
  enum Library {
    REACTOR {
      @Override
      List<ChatResponse> read(Iterable<ChatResponse> chunks, long limit) {
        return Calls.flux(chunks).take(limit).collectList().blockOptional().orElseThrow();
      }
    },
    MUTINY {
      @Override
      List<ChatResponse> read(Iterable<ChatResponse> chunks, long limit) {
        return Calls.multi(chunks).select().first(limit).collect().asList().await().indefinitely();
      }
    },
    RXJAVA_FLOWABLE {
      @Override
      List<ChatResponse> read(Iterable<ChatResponse> chunks, long limit) {
        return Calls.flowable(chunks).take(limit).toList().blockingGet();
      }
    },
    RXJAVA_OBSERVABLE {
      @Override
      List<ChatResponse> read(Iterable<ChatResponse> chunks, long limit) {
        return Calls.observable(chunks).take(limit).toList().blockingGet();
      }
    },
    KOTLIN {
      @Override
      List<ChatResponse> read(Iterable<ChatResponse> chunks, long limit) throws Exception {
        Flow<ChatResponse> flow = FlowKt.take(Calls.flow(chunks), (int) limit);
        List<ChatResponse> result = new ArrayList<>();
        BuildersKt.runBlocking(
            EmptyCoroutineContext.INSTANCE,
            (scope, continuation) -> FlowKt.toList(flow, result, continuation));
        return result;
      }
    };

    abstract List<ChatResponse> read(Iterable<ChatResponse> chunks, long limit) throws Exception;
  }

  private static final int ALL = 100;

  /** Running totals of tokens, and a last chunk without any. */
  private static final List<ChatResponse> CHUNKS =
      List.of(chunk(null), chunk(new TokenUsage(1000, 100)), chunk(new TokenUsage(1000, 200)));

  private static ChatResponse chunk(TokenUsage usage) {
    return ChatResponse.builder()
        .aiMessage(AiMessage.from(MARK))
        .id("chatcmpl-1")
        .modelName("gpt-4o-2024-08-06")
        .tokenUsage(usage)
        .build();
  }

  /** Returns the span of 1000 tokens at 2.5, and as many as given at 10. */
  private static String span(int chunks, int output, String more) {
    return """
    chat gpt-4o CLIENT
    ai.cost.estimated_usd=%s
    ai.stream.chunks_count=%d
    ai.stream.total_ms=*
    ai.usage.total_tokens=%d
    %sgen_ai.operation.name=chat
    gen_ai.provider.name=openai
    gen_ai.request.model=gpt-4o
    gen_ai.request.stream=true
    gen_ai.response.id=chatcmpl-1
    gen_ai.response.model=gpt-4o-2024-08-06
    gen_ai.response.time_to_first_chunk=*
    gen_ai.usage.input_tokens=1000
    gen_ai.usage.output_tokens=%d
    """
        .formatted(
            (1000 * 2.5 + output * 10) / 1_000_000,
            chunks,
            1000 + output,
            more.startsWith("error") ? more : "",
            output)
        .concat(more.startsWith("spanloom") ? more : "");
  }

  @ParameterizedTest
  @EnumSource
  void readsChunksAndUsage(Library library) throws Exception {
    assertThat(library.read(CHUNKS, ALL)).isEqualTo(CHUNKS);
    assertThat(span()).isEqualTo(span(3, 200, ""));
  }

  /** Chunks of which the last one fails. */
  private static Iterator<ChatResponse> failing() {
    return Stream.concat(
            CHUNKS.stream().limit(2),
            Stream.generate(
                () -> {
                  throw new IllegalStateException(MARK);
                }))
        .map(ChatResponse.class::cast)
        .iterator();
  }

  @ParameterizedTest
  @EnumSource
  void recordsWhatFailedStreamRevealed(Library library) {
    assertThatThrownBy(() -> library.read(ReactiveStreamTest::failing, ALL))
        .isInstanceOf(IllegalStateException.class);
    assertThat(span()).isEqualTo(span(2, 100, "error.type=java.lang.IllegalStateException\n"));
  }

  @ParameterizedTest
  @EnumSource
  void recordsWhatCancelledStreamRevealed(Library library) throws Exception {
    assertThat(library.read(CHUNKS, 2)).hasSize(2);
    assertThat(span()).isEqualTo(span(2, 100, "spanloom.cancelled=true\n"));
  }
}
