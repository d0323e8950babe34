package io.spanloom.telemetry.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.spanloom.support.LogCapture;
import io.spanloom.support.RandomChoices;
import io.spanloom.support.RandomTest;
import io.spanloom.telemetry.OtlpCollector;
import io.spanloom.telemetry.OtlpCollector.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
final class PartialSuccessTest {

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void reportsRejectedSpansOncePerMinuteAndAtShutdown(String protocol) throws Exception {
    AtomicReference<SpanDelivery> delivery = new AtomicReference<>();
    List<String> atShutdown = new ArrayList<>();
    String message =
        "Lost %%d spans that %%s (%s) rejected while it accepted the rest of their batch."
                .formatted(protocol)
            + " The server's log may state the reason.";
    try (OtlpCollector collector = OtlpCollector.start(protocol).respondAlways(Response.PARTIAL);
        LogCapture log = LogCapture.of("io.spanloom.telemetry");
        OpenTelemetrySdk sdk = start(collector, protocol, delivery)) {
      Tracer tracer = sdk.getTracer("test");
      for (int batch = 0; batch < 3; batch++) {
        tracer.spanBuilder("span").startSpan().end();
        collector.awaitSpanNames(batch + 1);
      }
      sdk.getSdkTracerProvider().shutdown().join(30, TimeUnit.SECONDS);
      delivery.get().reportAtShutdown(Duration.ofSeconds(5), atShutdown::add);

      assertThat(collector.spanNames()).hasSize(3);
      assertThat(log.lines()).containsExactly("WARNING " + message.formatted(3, collector.url()));
      assertThat(atShutdown).containsExactly(message.formatted(6, collector.url()));
    }
  }

  private static OpenTelemetrySdk start(
      OtlpCollector collector, String protocol, AtomicReference<SpanDelivery> delivery) {
    Map<String, String> properties =
        Map.of(
            "otel.exporter.otlp.endpoint",
            collector.url(),
            "otel.exporter.otlp.protocol",
            protocol,
            "otel.metrics.exporter",
            "none",
            "otel.logs.exporter",
            "none");
    return AutoConfiguredOpenTelemetrySdk.builder()
        .addPropertiesSupplier(() -> properties)
        .addSpanExporterCustomizer(
            (exporter, config) -> {
              delivery.set(new SpanDelivery(config));
              return delivery.get().addRetries(exporter);
            })
        .disableShutdownHook()
        .build()
        .getOpenTelemetrySdk();
  }

  @RandomTest(cases = 200)
  void readsRejectedSpans(RandomChoices random) {
    int rejected = random.between(0, Integer.MAX_VALUE - 1);
    byte[] response =
        ExportTraceServiceResponse.newBuilder()
            .setPartialSuccess(
                ExportTracePartialSuccess.newBuilder()
                    .setRejectedSpans(rejected)
                    .setErrorMessage(random.string("ab\u00e4", 300)))
            .build()
            .toByteArray();

    assertThat(PartialSuccess.rejectedSpans(response)).isEqualTo(rejected);
  }

  @RandomTest(cases = 200)
  void readsAnyResponseWithoutFailing(RandomChoices random) {
    byte[] response = random.string(40).getBytes(UTF_8);

    assertThat(PartialSuccess.rejectedSpans(response)).isNotNegative();
  }

  @Test
  void readsNoRejectionFromOtherResponses() {
    for (String text : List.of("", "<html></html>", "{}", "{\"partialSuccess\":{}}", "\n")) {
      assertThat(PartialSuccess.rejectedSpans(text.getBytes(UTF_8))).as(text).isZero();
    }
  }
}
