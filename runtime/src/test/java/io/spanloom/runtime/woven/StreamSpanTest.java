package io.spanloom.runtime.woven;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.deferred.jdk.LazyResults;
import io.spanloom.deferred.jdk.StageResults;
import io.spanloom.runtime.spi.CallListener.Outcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StreamSpanTest {

  /** Keeps the names of the spans that have started. */
  private static final class Started implements SpanProcessor {
    final List<String> names = new CopyOnWriteArrayList<>();

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
      names.add(span.getName());
    }

    @Override
    public boolean isStartRequired() {
      return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
      return false;
    }
  }

  private static final AiSettings SETTINGS =
      AiSettings.of("chat", "openai").model("gpt-4o").streaming().withStreamSpan();

  private final SpanSite site = SpanSite.of("chat gpt-4o", "shop.Ai.tell").aiCall(SETTINGS);
  private final Started started = new Started();
  private final InMemoryTracing tracing = InMemoryTracing.install(started);

  @AfterEach
  void close() {
    tracing.close();
  }

  private List<String> ended() {
    return tracing.spans().stream().map(SpanData::getName).toList();
  }

  private Iterator<String> trace(Iterator<String> chunks) {
    return site.<Iterator<String>, String>trace(chunks, LazyResults::iterator);
  }

  @Test
  void startsWhenMethodHasReturnedStream() {
    site.start();
    assertThat(started.names).containsExactly("chat gpt-4o");
    Iterator<String> chunks = trace(List.of("a").iterator());
    assertThat(started.names).containsExactly("chat gpt-4o", "chat gpt-4o stream");
    chunks.forEachRemaining(chunk -> {});
    assertThat(ended()).containsExactly("chat gpt-4o stream", "chat gpt-4o");
    assertThat(tracing.spans().get(0).getParentSpanId())
        .isEqualTo(tracing.spans().get(1).getSpanId());
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
  }

  @Test
  void startsWithFirstChunkOfEachSubscription() {
    SpanSite lazy = site.perSubscription();
    lazy.start();
    Iterable<String> chunks =
        lazy.<Iterable<String>, String>trace(List.of("a", "b"), LazyResults::iterable);
    assertThat(started.names).isEmpty();
    Iterator<String> first = chunks.iterator();
    assertThat(started.names).containsExactly("chat gpt-4o");
    first.next();
    assertThat(started.names).containsExactly("chat gpt-4o", "chat gpt-4o stream");
    first.forEachRemaining(chunk -> {});
    chunks.forEach(chunk -> {});
    assertThat(ended())
        .containsExactly("chat gpt-4o stream", "chat gpt-4o", "chat gpt-4o stream", "chat gpt-4o");
  }

  @Test
  void doesNotStartBeforeFirstChunkOfSubscription() {
    SpanSite lazy = site.perSubscription();
    lazy.start();
    Iterable<String> chunks =
        lazy.<Iterable<String>, String>trace(
            () -> {
              throw new IllegalStateException();
            },
            LazyResults::iterable);
    assertThatThrownBy(chunks::iterator).isInstanceOf(IllegalStateException.class);
    assertThat(ended()).containsExactly("chat gpt-4o");
  }

  @Test
  void startsWhenStageDeliversStream() {
    CompletableFuture<Iterator<String>> source = new CompletableFuture<>();
    site.start();
    CompletableFuture<?> traced =
        site.traceStream(
            source,
            StageResults::completableFuture,
            (stream, spans) -> LazyResults.iterator((Iterator<?>) stream, spans));
    assertThat(started.names).containsExactly("chat gpt-4o");
    source.complete(List.of("a").iterator());
    assertThat(started.names).containsExactly("chat gpt-4o", "chat gpt-4o stream");
    ((Iterator<?>) requireNonNull(traced.join())).forEachRemaining(chunk -> {});
    assertThat(ended()).containsExactly("chat gpt-4o stream", "chat gpt-4o");
  }

  @Test
  void doesNotStartIfMethodReturnsNoStream() {
    site.start();
    assertThat(site.<Iterator<String>, String>trace(null, LazyResults::iterator)).isNull();
    site.start();
    site.fail(new IllegalStateException());
    assertThat(ended()).containsExactly("chat gpt-4o", "chat gpt-4o");
  }

  @Test
  void doesNotEndBeforeItStarts() {
    site.start();
    ActiveCall call = requireNonNull(site.pop());
    DeferredEnd<String> end = call.defer(null);
    end.streamBegins();
    end.abandon(System.nanoTime() - TimeUnit.HOURS.toNanos(1));
    SpanData stream = tracing.spans().get(0);
    assertThat(stream.getName()).isEqualTo("chat gpt-4o stream");
    assertThat(stream.getEndEpochNanos()).isGreaterThanOrEqualTo(stream.getStartEpochNanos());
  }

  @Test
  void doesNotStartForCallWithoutSpan() {
    try (InMemoryTracing dropping = InMemoryTracing.install(Sampler.alwaysOff(), false, started)) {
      site.start();
      trace(List.of("a").iterator()).forEachRemaining(chunk -> {});
      assertThat(dropping.spans()).isEmpty();
      assertThat(started.names).isEmpty();
    }
  }

  @Test
  void isNamedAfterOperationAndTarget() {
    AiSettings chat = AiSettings.of("chat", "openai");
    assertThat(AiConstants.streamName(chat, null)).isEqualTo("chat stream");
    assertThat(AiConstants.streamName(chat, "gpt-4o")).isEqualTo("chat gpt-4o stream");
    AiSettings agent = AiSettings.of("invoke_agent", "openai").name("support");
    assertThat(AiConstants.streamName(agent, "gpt-4o")).isEqualTo("invoke_agent support stream");
  }

  @Test
  void endsOnceIfStartAndEndsRace() throws InterruptedException {
    int rounds = 200;
    for (int i = 0; i < rounds; i++) {
      Span call = tracing.sdk().getTracer("test").spanBuilder("call").startSpan();
      StreamSpan stream = new StreamSpan(site, Context.root());
      List<Thread> threads = new ArrayList<>();
      threads.add(new Thread(() -> stream.start(call, "stream")));
      threads.add(new Thread(() -> stream.end(Outcome.COMPLETED, null, null)));
      threads.add(new Thread(() -> stream.end(Outcome.CANCELLED, null, null)));
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      stream.start(call, "stream");
      stream.end(Outcome.COMPLETED, null, null);
    }
    assertThat(ended())
        .hasSameSizeAs(started.names.stream().filter(name -> name.equals("stream")).toList());
  }
}
