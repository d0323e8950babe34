package program.agent;

import io.opentelemetry.instrumentation.annotations.AddingSpanAttributes;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import program.Scenario;

/** Methods compiled without parameter names. */
class Unnamed {

  static void run() {
    Unnamed unnamed = new Unnamed();
    Scenario.of("unnamed: parameter", () -> unnamed.byName("text"));
    Scenario.of("unnamed: added", () -> unnamed.addByName("text"));
  }

  @WithSpan
  void byName(@SpanAttribute String ofTheSource) {}

  @AddingSpanAttributes
  void addByName(@SpanAttribute String ofTheSource) {}
}
