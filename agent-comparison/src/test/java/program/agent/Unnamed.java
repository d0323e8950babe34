package program.agent;

import io.opentelemetry.instrumentation.annotations.AddingSpanAttributes;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import program.Scenario;

/** Compiled without the names of its parameters. */
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
