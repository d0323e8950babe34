package io.spanloom.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.opentest4j.AssertionFailedError;

@ResourceLock(RecordedSpans.LOCK)
final class SpanTreeTest {

  @RegisterExtension static final RecordedSpans spans = RecordedSpans.create();

  @Test
  void showsAllPartsOfSpan() {
    Span span =
        tracer()
            .spanBuilder("all")
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("b", true)
            .setAttribute("a", "two\nlines")
            .setAttribute(AttributeKey.longArrayKey("c"), List.of(1L, 2L))
            .setAttribute("code.function.name", "shop.All.all")
            .startSpan();
    span.addEvent("paid", Attributes.of(AttributeKey.longKey("amount"), 3L));
    span.addEvent("sent");
    span.recordException(new IllegalStateException());
    span.setStatus(StatusCode.ERROR, "no more");
    Span linked = tracer().spanBuilder("linked").addLink(span.getSpanContext()).startSpan();
    linked.setStatus(StatusCode.OK);
    linked.end();

    spans.assertTree(
        """
        all CLIENT {a=two\\nlines, b=true, c=[1, 2]} ERROR (no more) [paid {amount=3}] [sent] NOT ENDED
        linked OK -> all
        """);
  }

  @Test
  void omitsAttributes() {
    Span span = tracer().spanBuilder("s").setAttribute("a", 1).setAttribute("b", 2).startSpan();
    span.addEvent("e", Attributes.of(AttributeKey.longKey("a"), 3L));
    span.setAttribute("code.function.name", "T.s");
    span.end();

    spans.tree().withoutAttributes("a").assertIs("s {b=2} [e]");
    spans
        .tree()
        .onlyAttributes("a", "code.function.name")
        .assertIs("s {a=1, code.function.name=T.s} [e {a=3}]");
    spans.tree().onlyAttributes("a", "b").withoutAttributes("b").assertIs("s {a=1} [e {a=3}]");
    spans.tree().onlyAttributes().assertIs("s [e]");
  }

  @Test
  void ordersSiblingsByStart() {
    threeLevels();

    spans.assertTree(
        """
        top
            z
            a
                deep
            a
        last
        """);
    spans
        .tree()
        .inAnyOrder()
        .assertIs(
            """

            last
            top
              a
              z

              a
                deep
            """);
  }

  @Test
  void showsSpanWithUnknownParentAtTopLevel() {
    SpanContext remote =
        SpanContext.createFromRemoteParent(
            "000102030405060708090a0b0c0d0e0f",
            "0001020304050607",
            TraceFlags.getSampled(),
            TraceState.getDefault());
    child("child", Context.root().with(Span.wrap(remote)));

    spans.assertTree("child");
  }

  @Test
  void showsDifferenceByLines() {
    threeLevels();

    AssertionFailedError failure =
        catchThrowableOfType(
            AssertionFailedError.class,
            () -> spans.assertTree("top\n  z\n  b\n    deep\n  a\nlast\nmore"));

    assertThat(failure)
        .hasMessage(
            """
            The spans differ from the expected tree (- expected, + actual):
              top
                z
            -   b
            +   a
                  deep
                a
              last
            - more""");
    assertThat(failure.getExpected().getStringRepresentation())
        .isEqualTo("top\n  z\n  b\n    deep\n  a\nlast\nmore");
    assertThat(failure.getActual().getStringRepresentation())
        .isEqualTo("top\n  z\n  a\n    deep\n  a\nlast");
  }

  private static void threeLevels() {
    Context top = child("top", Context.root());
    child("z", top);
    child("deep", child("a", top));
    child("a", top);
    child("last", Context.root());
  }

  private static Context child(String name, Context parent) {
    Span span = tracer().spanBuilder(name).setParent(parent).startSpan();
    span.end();
    return parent.with(span);
  }

  private static Tracer tracer() {
    return spans.openTelemetry().getTracer("test");
  }
}
