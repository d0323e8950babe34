package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.runtime.Spans;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Parents, links, baggage and switches in a woven program. */
final class ParentsTest {

  private static final String SOURCE =
      """
      import io.opentelemetry.api.trace.SpanContext;
      import io.opentelemetry.context.Context;
      import io.spanloom.*;
      import java.util.*;
      public class Work {
        @Traced static void under(@ParentContext Context parent) { inner(); }
        @Traced static void underSpan(String first, @ParentContext SpanContext parent) { inner(); }
        @Traced static void linked(@SpanLink SpanContext one, @SpanLink Context two, @SpanLink List<SpanContext> more) {}
        @Traced(root = true) @SpanAttribute(baggage = "user.id")
        @SpanAttribute(value = "tenant", baggage = "tenant.id") static void root() { inner(); }
        @Traced(recordException = false, expected = IllegalArgumentException.class)
        static void fails(boolean expected) {
          throw expected ? new IllegalArgumentException("fine") : new IllegalStateException("not fine");
        }
        @Traced static void inner() {}
      }
      """;

  private final ClassLoader loader = Program.compile(SOURCE).weave().load();

  @AfterEach
  void switchOn() {
    Spans.enable();
  }

  @Test
  void usesParentFromParameter() throws Throwable {
    try (Traces traces = Traces.record()) {
      Span parent = start(traces, "parent");
      Span current = start(traces, "current");
      try (Scope scope = current.makeCurrent()) {
        assertThat(scope).isNotNull();
        Program.invoke(loader, "Work", "under", Context.root().with(parent));
        Program.invoke(loader, "Work", "underSpan", "x", parent.getSpanContext());
        Program.invoke(loader, "Work", "under", new Object[] {null});
        Program.invoke(loader, "Work", "underSpan", "x", SpanContext.getInvalid());
        assertThat(Span.current()).isSameAs(current);
      }
      current.end();
      parent.end();

      assertThat(traces.tree())
          .isEqualTo(
              """
              parent
                Work.under
                  Work.inner
                Work.underSpan
                  Work.inner
              current
                Work.under
                  Work.inner
                Work.underSpan
                  Work.inner
              """);
    }
  }

  @Test
  void readsLinksOfAllSupportedTypes() throws Throwable {
    try (Traces traces = Traces.record()) {
      List<Span> spans =
          List.of(start(traces, "a"), start(traces, "b"), start(traces, "c"), start(traces, "d"));
      Program.invoke(
          loader,
          "Work",
          "linked",
          spans.get(0).getSpanContext(),
          Context.root().with(spans.get(1)),
          Arrays.asList(spans.get(2).getSpanContext(), null, spans.get(3).getSpanContext()));
      Program.invoke(loader, "Work", "linked", null, null, null);

      assertThat(traces.spans().get(0).getLinks())
          .extracting(LinkData::getSpanContext)
          .containsExactlyElementsOf(spans.stream().map(Span::getSpanContext).toList());
      assertThat(traces.spans().get(1).getLinks()).isEmpty();
    }
  }

  @Test
  void rootSpanLinksCallerSpanAndKeepsBaggage() throws Throwable {
    try (Traces traces = Traces.record()) {
      Span left = start(traces, "left");
      Baggage baggage = Baggage.builder().put("user.id", "u1").put("tenant.id", "t1").build();
      try (Scope scope = Context.root().with(left).with(baggage).makeCurrent()) {
        assertThat(scope).isNotNull();
        Program.invoke(loader, "Work", "root");
      }
      left.end();

      SpanData root = traces.span("Work.root");
      assertThat(root.getParentSpanContext().isValid()).isFalse();
      assertThat(root.getLinks())
          .extracting(LinkData::getSpanContext)
          .containsExactly(left.getSpanContext());
      assertThat(root.getAttributes().get(AttributeKey.stringKey("user.id"))).isEqualTo("u1");
      assertThat(root.getAttributes().get(AttributeKey.stringKey("tenant"))).isEqualTo("t1");
      assertThat(traces.span("Work.inner").getParentSpanId()).isEqualTo(root.getSpanId());
    }
  }

  @Test
  void recordsOnlyTypeWhenRecordExceptionIsFalse() {
    try (Traces traces = Traces.record()) {
      assertThat(Outcome.of(() -> Program.invoke(loader, "Work", "fails", false)))
          .startsWith("threw java.lang.IllegalStateException: not fine");
      assertThat(Outcome.of(() -> Program.invoke(loader, "Work", "fails", true)))
          .startsWith("threw java.lang.IllegalArgumentException: fine");

      SpanData failed = traces.spans().get(0);
      assertThat(failed.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
      assertThat(failed.getEvents()).isEmpty();
      assertThat(failed.getAttributes().get(AttributeKey.stringKey("error.type")))
          .isEqualTo("java.lang.IllegalStateException");
      assertThat(traces.spans().get(1).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }
  }

  @Test
  void disabledCallCreatesNoSpanAndNestedSpansJoinCaller() throws Throwable {
    try (Traces traces = Traces.record()) {
      Span caller = start(traces, "caller");
      try (Scope scope = caller.makeCurrent()) {
        assertThat(scope).isNotNull();
        Spans.disable("Work.under");
        Program.invoke(loader, "Work", "under", new Object[] {null});
        Spans.enable("Work.under");
        Spans.disable("Work.inner");
        Program.invoke(loader, "Work", "under", new Object[] {null});
        Spans.disable("Work");
        Program.invoke(loader, "Work", "underSpan", "x", null);
      }
      caller.end();

      assertThat(traces.tree()).isEqualTo("caller\n  Work.inner\n  Work.under\n");
    }
  }

  private static Span start(Traces traces, String name) {
    return traces.sdk().getTracer("test").spanBuilder(name).setNoParent().startSpan();
  }
}
