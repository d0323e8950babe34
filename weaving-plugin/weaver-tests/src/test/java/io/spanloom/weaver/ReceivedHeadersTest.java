package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.runtime.Spans;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Headers of messages that carry a trace from a woven sender to a woven receiver. */
final class ReceivedHeadersTest {

  private static final String SOURCE =
      """
      import io.opentelemetry.api.baggage.Baggage;
      import io.spanloom.*;
      import io.spanloom.runtime.Spans;
      import java.util.*;
      public class Work {
        @Traced static void send(Map<String, Object> headers) { Spans.inject(headers); }
        @Traced @SpanAttribute(value = "tenant", baggage = "tenant")
        static String receive(String text, @ParentContext Map<String, ?> headers) {
          inner();
          return Baggage.current().getEntryValue("tenant");
        }
        @Traced static <H extends HashMap<String, Object>> void generic(@ParentContext H headers) {}
        @Traced static void inner() {}
      }
      """;

  private final ClassLoader loader = Program.compile(SOURCE).weave().load();
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                  .build())
          .setPropagators(
              ContextPropagators.create(
                  TextMapPropagator.composite(
                      W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance())))
          .build();

  @BeforeEach
  void install() {
    Spans.install(sdk, true);
  }

  @AfterEach
  void uninstall() {
    Spans.enable();
    Spans.uninstall();
    sdk.close();
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void receiverContinuesTraceAndBaggageOfSender() throws Throwable {
    Map<String, Object> headers = new HashMap<>();
    Baggage baggage = Baggage.builder().put("tenant", "t-1").build();
    try (Scope scope = baggage.storeInContext(Context.root()).makeCurrent()) {
      assertThat(scope).isNotNull();
      Program.invoke(loader, "Work", "send", headers);
    }
    headers.replaceAll((name, value) -> value.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(Program.invoke(loader, "Work", "receive", "text", headers)).isEqualTo("t-1");
    Program.invoke(loader, "Work", "generic", headers);

    SpanData sent = span("Work.send");
    SpanData received = span("Work.receive");
    assertThat(received.getParentSpanId()).isEqualTo(sent.getSpanId());
    assertThat(received.getTraceId()).isEqualTo(sent.getTraceId());
    assertThat(received.getParentSpanContext().isRemote()).isTrue();
    assertThat(received.getAttributes().asMap().toString()).contains("tenant=t-1");
    assertThat(span("Work.inner").getParentSpanId()).isEqualTo(received.getSpanId());
    assertThat(span("Work.generic").getParentSpanId()).isEqualTo(sent.getSpanId());
  }

  @Test
  void currentSpanIsParentWithoutHeaders() throws Throwable {
    Spans.<Boolean, Throwable>withSpan(
        "current",
        () -> {
          Program.invoke(loader, "Work", "receive", "text", null);
          Program.invoke(loader, "Work", "receive", "text", Map.of("traceparent", "invalid"));
          Program.invoke(loader, "Work", "receive", "text", Map.of(1, "no header"));
          return true;
        });
    String current = span("current").getSpanId();
    List<SpanData> received = spans("Work.receive");
    assertThat(received).hasSize(3);
    assertThat(received).allSatisfy(each -> assertThat(each.getParentSpanId()).isEqualTo(current));
  }

  @Test
  void receiverFollowsDroppedSender() throws Throwable {
    Map<String, String> dropped =
        Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
    Program.invoke(loader, "Work", "receive", "text", dropped);
    assertThat(exporter.getFinishedSpanItems()).isEmpty();
  }

  @Test
  void disabledReceiverKeepsContextOfCaller() throws Throwable {
    Spans.disable("Work.receive");
    Map<String, String> headers =
        Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    Program.invoke(loader, "Work", "receive", "text", headers);
    assertThat(span("Work.inner").getParentSpanContext().isValid()).isFalse();
  }

  private SpanData span(String name) {
    List<SpanData> found = spans(name);
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  private List<SpanData> spans(String name) {
    return exporter.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals(name))
        .toList();
  }
}
