package program;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.annotations.AddingSpanAttributes;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.util.List;

/** Methods that add attributes to the current span. */
class Added {

  static void run() {
    Added added = new Added();
    Scenario.of("added: to a span by hand", () -> added.add("text", 7, List.of("a")));
    Scenario.of("added: to a woven span", added::outer);
    Scenario.of("added: null", () -> added.add(null, 0, null));
    Scenario.of("added: by name", () -> added.addByName("text"));
    Scenario.of("added: twice", added::twice);
    Scenario.of("added: static", () -> addStatic("text"));
    Scenario.of("added: both annotations", () -> added.both("text"));
    Scenario.of("added: throws", () -> added.fail("text"));
    Scenario.of("added: none current", added::withoutCurrent);
    Scenario.of("added: attribute of an unannotated method", () -> added.neither("text"));
    Scenario.of("added: by the body afterwards", () -> added.overwritten("parameter"));
  }

  @AddingSpanAttributes
  void add(
      @SpanAttribute("string") String string,
      @SpanAttribute("int") int number,
      @SpanAttribute("list") List<String> list) {}

  @WithSpan
  void outer() {
    add("text", 7, List.of("a"));
  }

  @AddingSpanAttributes
  void addByName(@SpanAttribute String ofTheSource) {}

  void twice() {
    add("first", 1, List.of());
    add("second", 2, List.of());
  }

  @AddingSpanAttributes
  static void addStatic(@SpanAttribute("key") String value) {}

  @WithSpan
  @AddingSpanAttributes
  void both(@SpanAttribute("key") String value) {}

  @AddingSpanAttributes
  void fail(@SpanAttribute("key") String value) {
    throw new IllegalStateException("failed");
  }

  void withoutCurrent() {
    Context.root().wrap(() -> add("text", 7, List.of())).run();
  }

  void neither(@SpanAttribute("key") String value) {}

  @WithSpan
  void overwritten(@SpanAttribute("key") String value) {
    Span.current().setAttribute("key", "body");
  }
}
