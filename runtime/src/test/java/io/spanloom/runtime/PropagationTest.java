package io.spanloom.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.spanloom.support.LogCapture;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The propagation of the current context between processes. */
final class PropagationTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";
  private static final String PARENT = "00-" + TRACE + "-" + SPAN + "-01";

  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(SdkTracerProvider.builder().build())
          .setPropagators(
              ContextPropagators.create(
                  TextMapPropagator.composite(
                      W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance())))
          .build();

  @AfterEach
  void uninstall() {
    Spans.uninstall();
    sdk.close();
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void injectsSpanAndBaggageIntoMap() {
    Spans.install(sdk, false);
    Map<String, Object> headers = new HashMap<>(Map.of("priority", 1));
    Baggage baggage = Baggage.builder().put("tenant", "t-1").build();
    try (Scope scope = baggage.storeInContext(Context.root()).makeCurrent()) {
      assertThat(scope).isNotNull();
      Spans.withSpan(
          "send",
          () -> {
            Spans.inject(headers);
            SpanContext span = Span.current().getSpanContext();
            assertThat(headers)
                .isEqualTo(
                    Map.of(
                        "traceparent",
                        "00-"
                            + span.getTraceId()
                            + "-"
                            + span.getSpanId()
                            + "-"
                            + span.getTraceFlags().asHex(),
                        "baggage",
                        "tenant=t-1",
                        "priority",
                        1));
          });
    }
  }

  @Test
  void extractsSpanAndBaggageFromMap() {
    Spans.install(sdk, false);
    Context context =
        Spans.extract(
            Map.of("traceparent", PARENT, "tracestate", "vendor=1", "baggage", "tenant=t-1"));

    SpanContext span = Span.fromContext(context).getSpanContext();
    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getSpanId()).isEqualTo(SPAN);
    assertThat(span.isRemote()).isTrue();
    assertThat(span.isSampled()).isTrue();
    assertThat(span.getTraceState().get("vendor")).isEqualTo("1");
    assertThat(Baggage.fromContext(context).getEntryValue("tenant")).isEqualTo("t-1");
  }

  @Test
  void usesSetterAndGetterOfOtherCarriers() {
    Spans.install(sdk, false);
    Properties carrier = new Properties();
    Spans.withSpan(
        "send",
        () -> {
          Spans.inject(carrier, Properties::setProperty);
          assertThat(Span.fromContext(Spans.extract(carrier, new PropertiesGetter())))
              .extracting(span -> span.getSpanContext().getSpanId())
              .isEqualTo(Span.current().getSpanContext().getSpanId());
        });
  }

  @Test
  void readsHeaderNamesInAnyCaseAndValuesOfCommonTypes() {
    Spans.install(sdk, false);
    for (Object value :
        List.of(
            PARENT,
            PARENT.getBytes(StandardCharsets.UTF_8),
            List.of(PARENT),
            new StringBuilder(PARENT))) {
      for (String name : List.of("traceparent", "Traceparent", "TRACEPARENT")) {
        assertThat(spanOf(Spans.extract(Map.of(name, value, "other", 1)))).isEqualTo(SPAN);
      }
    }
  }

  @Test
  void joinsValuesOfHeaderThatWasSentSeveralTimes() {
    Spans.install(sdk, false);
    Context context = Spans.extract(Map.of("baggage", List.of("a=1", "b=2")));
    assertThat(Baggage.fromContext(context).getEntryValue("a")).isEqualTo("1");
    assertThat(Baggage.fromContext(context).getEntryValue("b")).isEqualTo("2");
  }

  @Test
  void extractsCurrentContextFromMissingOrInvalidHeaders() {
    Spans.install(sdk, false);
    Map<String, @Nullable String> missing = new HashMap<>();
    missing.put("traceparent", null);
    Spans.withSpan(
        "receive",
        () -> {
          for (Map<String, @Nullable String> headers :
              List.of(
                  Map.<String, @Nullable String>of(),
                  missing,
                  Map.<String, @Nullable String>of("traceparent", ""),
                  Map.<String, @Nullable String>of("traceparent", "00-0-0-01"))) {
            assertThat(Spans.extract(headers)).isSameAs(Context.current());
          }
        });
  }

  @Test
  void hasNoEffectWithoutOpenTelemetry() {
    Map<String, String> headers = new TreeMap<>();
    try (LogCapture log = LogCapture.of("io.spanloom")) {
      Spans.inject(headers);
      assertThat(headers).isEmpty();
      assertThat(Spans.extract(Map.of("traceparent", PARENT))).isSameAs(Context.root());
      assertThat(log.messages()).isEmpty();
    }
  }

  @Test
  void logsFirstFailureAndDoesNotThrow() {
    Spans.install(sdk, false);
    try (LogCapture log = LogCapture.of("io.spanloom")) {
      Spans.withSpan(
          "send",
          () -> {
            for (int i = 0; i < 2; i++) {
              Spans.inject(Map.of());
              Spans.extract(new Properties(), new ThrowingGetter());
            }
          });
      assertThat(log.messages())
          .satisfiesExactly(
              message ->
                  assertThat(message)
                      .startsWith("Spanloom: writing the context to a carrier failed."),
              message ->
                  assertThat(message)
                      .startsWith("Spanloom: reading the context from a carrier failed."));
    }
  }

  @Test
  void propagatesWhileTracingIsDisabled() {
    Spans.install(sdk, false);
    Spans.disable();
    try {
      Context received = Spans.extract(Map.of("traceparent", PARENT));
      Map<String, String> headers = new HashMap<>();
      try (Scope scope = received.makeCurrent()) {
        assertThat(scope).isNotNull();
        Spans.withSpan("receive", () -> Spans.inject(headers));
      }
      assertThat(headers).containsEntry("traceparent", PARENT);
    } finally {
      Spans.enable();
    }
  }

  private static String spanOf(Context context) {
    return Span.fromContext(context).getSpanContext().getSpanId();
  }

  /** Reads properties. */
  private static final class PropertiesGetter implements TextMapGetter<Properties> {

    @Override
    public Iterable<String> keys(Properties carrier) {
      return carrier.stringPropertyNames();
    }

    @Override
    public @Nullable String get(@Nullable Properties carrier, String key) {
      return carrier == null ? null : carrier.getProperty(key);
    }
  }

  /** A getter that throws. */
  private static final class ThrowingGetter implements TextMapGetter<Properties> {

    @Override
    public Iterable<String> keys(Properties carrier) {
      throw new IllegalStateException("keys");
    }

    @Override
    public String get(@Nullable Properties carrier, String key) {
      throw new IllegalStateException("get");
    }
  }
}
