package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Traced methods that return types of Mutiny. */
@ExtendWith(SuppressedLogs.class)
final class MutinyTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final Traces traces = Traces.record();

  @AfterEach
  void close() {
    assertThat(Context.current()).isSameAs(Context.root());
    traces.close();
  }

  @Test
  void startsSpanWithEachSubscription() throws Throwable {
    Uni<String> uni = MutinyProgram.uni(Uni.createFrom().item("ab"));
    Multi<String> multi = MutinyProgram.multi(Multi.createFrom().items("a", "b"));

    assertThat(traces.tree()).isEmpty();
    uni.subscribe().withSubscriber(UniAssertSubscriber.create()).assertItem("ab");
    uni.subscribe().withSubscriber(UniAssertSubscriber.create()).assertItem("ab");
    multi.subscribe().withSubscriber(AssertSubscriber.create(2)).assertCompleted();
    multi.subscribe().withSubscriber(AssertSubscriber.create(2)).assertItems("a", "b");

    assertThat(traces.tree()).isEqualTo("uni {out=2}\nuni {out=2}\nmulti\nmulti\n");
  }

  @Test
  void endsSpanWhenResultCompletes() throws Throwable {
    AtomicReference<UniEmitter<? super String>> emitter = new AtomicReference<>();
    UnicastProcessor<String> items = UnicastProcessor.create();
    UniAssertSubscriber<String> uni =
        MutinyProgram.uni(Uni.createFrom().<String>emitter(emitter::set))
            .subscribe()
            .withSubscriber(UniAssertSubscriber.create());
    AssertSubscriber<String> multi =
        MutinyProgram.multi(items).subscribe().withSubscriber(AssertSubscriber.create(2));

    items.onNext("a");
    assertThat(traces.tree()).isEqualTo("uni NOT ENDED\nmulti NOT ENDED\n");
    Thread other =
        new Thread(
            () -> {
              emitter.get().complete("abc");
              items.onComplete();
            });
    other.start();
    other.join();

    uni.assertItem("abc");
    multi.assertItems("a").assertCompleted();
    assertThat(traces.tree()).isEqualTo("uni {out=3}\nmulti\n");
  }

  @Test
  void recordsFailure() throws Throwable {
    MutinyProgram.uni(Uni.createFrom().failure(new IllegalStateException("late")))
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create())
        .assertFailedWith(IllegalStateException.class);
    MutinyProgram.multi(Multi.createFrom().failure(new IllegalArgumentException("late")))
        .subscribe()
        .withSubscriber(AssertSubscriber.create())
        .assertFailedWith(IllegalArgumentException.class);

    assertThat(traces.tree())
        .contains("uni ERROR {error.type=java.lang.IllegalStateException}")
        .contains("multi ERROR {error.type=java.lang.IllegalArgumentException}");
  }

  @Test
  void cancellationIsNotAnError() throws Throwable {
    MutinyProgram.uni(Uni.createFrom().nothing())
        .subscribe()
        .withSubscriber(UniAssertSubscriber.<String>create())
        .cancel();
    MutinyProgram.multi(Multi.createFrom().nothing())
        .subscribe()
        .withSubscriber(AssertSubscriber.<String>create())
        .cancel();
    MutinyProgram.uni(Uni.createFrom().failure(new CancellationException("by the source")))
        .subscribe()
        .with(item -> {}, failure -> {});

    assertThat(traces.tree())
        .isEqualTo(
            """
            uni {spanloom.cancelled=true}
            multi {spanloom.cancelled=true}
            uni {spanloom.cancelled=true}
            """);
  }

  @Test
  void acceptsNullAndException() throws Throwable {
    assertThat(MutinyProgram.uni(null)).isNull();
    assertThat(MutinyProgram.multi(null)).isNull();
    MutinyProgram.uni(Uni.createFrom().nullItem()).await().atMost(LONG);
    assertThat(traces.tree()).isEqualTo("uni\nmulti\nuni\n");

    assertThatThrownBy(() -> MutinyProgram.uni(new IllegalStateException("early")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(traces.tree()).contains("uni ERROR");
  }

  @Test
  void startsSpanWithEachRetry() throws Throwable {
    MutinyProgram.uni(Uni.createFrom().failure(new IllegalStateException("again")))
        .onFailure()
        .retry()
        .atMost(2)
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create())
        .assertFailed();

    assertThat(traces.names()).containsExactly("uni", "uni", "uni");
  }

  @Test
  void keepsNothingOfResultThatNeverCompletes() throws Throwable {
    Unreachable.assertCollected(
        () ->
            MutinyProgram.uni(Uni.createFrom().nothing())
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create()));
    Unreachable.assertCollected(
        () ->
            MutinyProgram.multi(Multi.createFrom().nothing())
                .subscribe()
                .withSubscriber(AssertSubscriber.create(1)));
  }

  @Test
  void requestsWhatSubscriberRequests() throws Throwable {
    AtomicLong requested = new AtomicLong();
    List<String> spans = new ArrayList<>();
    Multi<String> items =
        Multi.createFrom()
            .items("a", "b", "c")
            .onRequest()
            .invoke(
                n -> {
                  requested.addAndGet(n);
                  spans.add(Span.current().getSpanContext().getSpanId());
                });
    AssertSubscriber<String> subscriber =
        MutinyProgram.multi(items).subscribe().withSubscriber(AssertSubscriber.create(1));

    subscriber.assertItems("a").assertNotTerminated();
    assertThat(requested).hasValue(1);
    subscriber.request(2).assertCompleted();

    assertThat(requested).hasValue(3);
    String span = traces.started().get(0).getSpanContext().getSpanId();
    assertThat(spans).containsExactly(span, span);
  }

  @Test
  void endsSpanOnceWhenSourceViolatesProtocol() throws Throwable {
    Multi<String> source =
        Multi.createFrom()
            .publisher(
                subscriber -> {
                  subscriber.onSubscribe(new IgnoringSubscription());
                  subscriber.onSubscribe(new IgnoringSubscription());
                  subscriber.onNext("a");
                  subscriber.onComplete();
                  subscriber.onError(new IllegalStateException("after the end"));
                  subscriber.onNext("b");
                  subscriber.onComplete();
                });

    AssertSubscriber<String> subscriber =
        MutinyProgram.multi(source).subscribe().withSubscriber(AssertSubscriber.create(10));

    subscriber.assertItems("a").assertCompleted();
    assertThat(traces.names()).containsExactly("multi");
    assertThat(traces.tree()).isEqualTo("multi\n");
  }

  private static final class IgnoringSubscription implements Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }
}
