package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LinksTest {

  private static final SpanContext FIRST = span(1);
  private static final SpanContext SECOND = span(2);

  private final SpanSite site = SpanSite.of("call", "shop.Shop.call");

  @Test
  void addsLinkUnlessInvalid() {
    assertThat(linksOf(start -> start.link(FIRST).link(null).link(SpanContext.getInvalid())))
        .containsExactly(FIRST);
  }

  @Test
  void addsValidLinksOfSeveral() {
    List<@Nullable SpanContext> contexts =
        Arrays.asList(FIRST, null, SpanContext.getInvalid(), SECOND);
    assertThat(linksOf(start -> start.links(contexts).links(null))).containsExactly(FIRST, SECOND);
  }

  @Test
  void keepsLinksBeforeIteratorThrows() {
    Iterable<SpanContext> fails =
        () ->
            new Iterator<>() {
              private boolean first = true;

              @Override
              public boolean hasNext() {
                return true;
              }

              @Override
              public SpanContext next() {
                if (!first) {
                  throw new NoSuchElementException("changed concurrently");
                }
                first = false;
                return FIRST;
              }
            };
    assertThat(linksOf(start -> start.links(fails).link(SECOND))).containsExactly(FIRST, SECOND);
  }

  @Test
  void addsFirst128LinksOfEndlessIterator() {
    Iterable<SpanContext> endless =
        () ->
            new Iterator<>() {
              private int next = 1;

              @Override
              public boolean hasNext() {
                return true;
              }

              @Override
              public SpanContext next() {
                return span(next++);
              }
            };
    assertThat(linksOf(start -> start.links(endless))).hasSize(128).startsWith(FIRST, SECOND);
    assertThat(linksOf(start -> start.links(Collections.nCopies(1_000_000, null)))).isEmpty();
  }

  @Test
  void addsLinksToSpanThatIsAlreadyStarted() {
    SpanContext dropped =
        SpanContext.create(
            FIRST.getTraceId(),
            "00000000000000ff",
            TraceFlags.getDefault(),
            TraceState.getDefault());
    try (InMemoryTracing tracing = InMemoryTracing.install(Sampler.alwaysOn(), false);
        Scope caller = Context.root().with(Span.wrap(dropped)).makeCurrent()) {
      assertThat(caller).isNotNull();
      SpanStart start = site.begin();
      assertThat(start).isNotNull();
      start.link(FIRST).links(List.of(SECOND)).enter();
      site.end();
      assertThat(tracing.spans().get(0).getLinks()).hasSize(2);
    }
  }

  private List<SpanContext> linksOf(Consumer<SpanStart> linking) {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      SpanStart start = site.begin();
      assertThat(start).isNotNull();
      linking.accept(start);
      start.enter();
      site.end();
      List<SpanContext> result = new ArrayList<>();
      tracing.spans().get(0).getLinks().forEach(link -> result.add(link.getSpanContext()));
      return result;
    }
  }

  private static SpanContext span(int number) {
    return SpanContext.create(
        "0123456789abcdef0123456789abcdef",
        String.format("%016x", number),
        TraceFlags.getSampled(),
        TraceState.getDefault());
  }
}
