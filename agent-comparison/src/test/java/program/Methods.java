package program;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.util.List;

/** Methods of every kind, with all values of the annotation. */
class Methods {

  static void run() {
    Methods methods = new Methods();
    Scenario.of("method: public", methods::publicMethod);
    Scenario.of("method: protected", methods::protectedMethod);
    Scenario.of("method: package", methods::packageMethod);
    Scenario.of("method: private", methods::privateMethod);
    Scenario.of("method: static", Methods::staticMethod);
    Scenario.of("method: private static", Methods::privateStaticMethod);
    Scenario.of("method: final synchronized", methods::finalSynchronizedMethod);
    Scenario.of("method: calls itself on this", methods::outer);
    Scenario.returning("method: recursion", () -> methods.recursion(2));
    Scenario.returning("method: generic", () -> methods.generic(List.of("a")));
    Scenario.of("method: varargs", () -> methods.varargs("a", "b"));
    Scenario.of("method: overloads", methods::overloads);
    Scenario.of("method: constructor", () -> new Constructed("a"));
    Scenario.of("method: current in its body", methods::looksAtCurrent);
    Scenario.of("annotation: value", methods::named);
    Scenario.of("annotation: blank value", methods::blank);
    Scenario.of("annotation: kinds", methods::kinds);
    Scenario.of("annotation: a kind in the same kind", methods::clientInClient);
    Scenario.of("annotation: inheritContext = false", methods::alone);
  }

  @WithSpan
  public void publicMethod() {}

  @WithSpan
  protected void protectedMethod() {}

  @WithSpan
  void packageMethod() {}

  @WithSpan
  private void privateMethod() {}

  @WithSpan
  static void staticMethod() {}

  @WithSpan
  private static void privateStaticMethod() {}

  @WithSpan
  final synchronized void finalSynchronizedMethod() {}

  @WithSpan
  void outer() {
    privateMethod();
  }

  @WithSpan
  int recursion(int depth) {
    return depth == 0 ? 0 : 1 + recursion(depth - 1);
  }

  @WithSpan
  <T extends Comparable<T>> T generic(List<T> values) {
    return values.get(0);
  }

  @WithSpan
  void varargs(String... values) {}

  void overloads() {
    overload(1);
    overload("1");
  }

  @WithSpan
  void overload(int value) {}

  @WithSpan
  void overload(String value) {}

  @WithSpan
  void looksAtCurrent() {
    Span.current().setAttribute("set.in.body", true);
    Span.current().addEvent("event", Attributes.empty());
  }

  @WithSpan("an explicit name")
  void named() {}

  @WithSpan(" ")
  void blank() {}

  void kinds() {
    internal();
    server();
    client();
    producer();
    consumer();
  }

  @WithSpan(kind = SpanKind.INTERNAL)
  void internal() {}

  @WithSpan(kind = SpanKind.SERVER)
  void server() {}

  @WithSpan(kind = SpanKind.CLIENT)
  void client() {}

  @WithSpan(kind = SpanKind.PRODUCER)
  void producer() {}

  @WithSpan(kind = SpanKind.CONSUMER)
  void consumer() {}

  @WithSpan(kind = SpanKind.CLIENT)
  void clientInClient() {
    client();
    serverInClient();
  }

  @WithSpan(kind = SpanKind.SERVER)
  void serverInClient() {
    server();
  }

  @WithSpan(inheritContext = false)
  void alone() {
    privateMethod();
  }

  /** A class with an annotated constructor, which OpenTelemetry allows. */
  static final class Constructed {
    @WithSpan
    Constructed(String value) {}
  }
}
