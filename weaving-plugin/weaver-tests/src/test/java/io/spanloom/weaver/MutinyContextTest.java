package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The context of what traced methods that return types of Mutiny compute. */
final class MutinyContextTest {

  private static final String OUTER = "outer\n  plain\n  inner {in=abc}\n    plain\n  plain\n";

  private static final Duration LONG = Duration.ofMinutes(1);

  private final Traces traces = Traces.record();
  private final ExecutorService executor = Executors.newSingleThreadExecutor();

  @AfterEach
  void close() {
    executor.shutdown();
    assertThat(Context.current()).isSameAs(Context.root());
    traces.close();
  }

  @Test
  void nestsSpansOfOperatorsOnAnyThread() throws Throwable {
    Uni<String> item = Uni.createFrom().item("abc");

    MutinyProgram.<Uni<String>>call("outer", item).await().atMost(LONG);
    MutinyProgram.<Uni<String>>call("outer", item.emitOn(executor)).await().atMost(LONG);
    MutinyProgram.<Uni<String>>call("outer", item.runSubscriptionOn(executor)).await().atMost(LONG);
    MutinyProgram.<Uni<String>>call("outer", item.onItem().delayIt().by(Duration.ofMillis(1)))
        .await()
        .atMost(LONG);

    assertThat(traces.tree()).isEqualTo(OUTER.repeat(4));
  }

  @Test
  void nestsSpansOfStreamOnAnyThread() throws Throwable {
    Multi<String> items = Multi.createFrom().items("a", "b");
    String tree =
        "stream\n  plain\n  inner {in=a}\n    plain\n  plain\n  inner {in=b}\n    plain\n";

    for (Multi<String> each :
        List.of(items, items.emitOn(executor), items.runSubscriptionOn(executor))) {
      MutinyProgram.<Multi<String>>call("stream", each).collect().asList().await().atMost(LONG);
    }

    // Mutiny calls no interceptor between emitOn and map, so only the first stream's are children.
    assertThat(traces.tree()).startsWith(tree);
    assertThat(traces.names().stream().filter("stream"::equals)).hasSize(3);
    assertThat(traces.tree().lines().filter(line -> line.startsWith("  inner"))).hasSize(6);
    assertThat(traces.tree().lines().filter(line -> line.startsWith("    plain"))).hasSize(6);
  }

  @Test
  void runsSubscriberOutsideOfSpan() throws Throwable {
    List<Context> contexts = new ArrayList<>();

    MutinyProgram.uni(Uni.createFrom().item("a"))
        .onSubscription()
        .invoke(() -> contexts.add(Context.current()))
        .subscribe()
        .with(item -> contexts.add(Context.current()));
    MutinyProgram.multi(Multi.createFrom().items("a", "b"))
        .subscribe()
        .with(item -> contexts.add(Context.current()));

    assertThat(contexts).hasSize(4).containsOnly(Context.root());
  }

  @Test
  void sharesMutinysContextWithSubscriber() throws Throwable {
    io.smallrye.mutiny.Context context = io.smallrye.mutiny.Context.of("key", "value");
    Uni<String> source =
        Uni.createFrom()
            .context(
                shared -> {
                  shared.put("added", "by the source");
                  return Uni.createFrom().item(shared.<String>get("key"));
                });

    assertThat(MutinyProgram.uni(source).awaitUsing(context).atMost(LONG)).isEqualTo("value");

    assertThat(context.<String>get("added")).isEqualTo("by the source");
  }
}
