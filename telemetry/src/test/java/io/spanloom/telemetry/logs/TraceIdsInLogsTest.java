package io.spanloom.telemetry.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.Spans;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(
    strings = {
      "java.util.logging",
      "java.util.logging, JSON",
      "Logback",
      "Logback, JSON",
      "Log4j",
      "Log4j, JSON"
    })
final class TraceIdsInLogsTest {

  @Parameter String library = "";
  private LogOutput output = LogOutput.of("java.util.logging");
  private final OpenTelemetrySdk sdk = sdk(Sampler.parentBased(Sampler.alwaysOn()));

  @BeforeEach
  void open() {
    output = LogOutput.of(library);
    Spans.install(sdk, true);
  }

  @AfterEach
  void close() {
    output.closing().run();
    Spans.uninstall();
    sdk.close();
  }

  @Test
  void addsNothingOutsideSpan() {
    assertThat(lineOf("placed")).contains("placed").doesNotContain("trace_", "span_id");
  }

  @Test
  void addsIdsOfInnermostSpanUntilItEnds() {
    Spans.withSpan(
        "place",
        () -> {
          String outer = assertIds(lineOf("outer"), Span.current());
          Spans.withSpan(
              "reserve",
              () -> assertThat(assertIds(lineOf("inner"), Span.current())).isNotEqualTo(outer));
          assertThat(assertIds(lineOf("outer again"), Span.current())).isEqualTo(outer);
        });
    assertThat(lineOf("after")).doesNotContain("trace_id");
  }

  @Test
  void addsIdsOfSpanMadeCurrentManually() {
    Span span = sdk.getTracer("test").spanBuilder("manual").startSpan();
    try (Scope scope = span.makeCurrent()) {
      assertThat(scope).isNotNull();
      assertIds(lineOf("placed"), span);
    }
    assertThat(lineOf("after")).doesNotContain("trace_id");
  }

  @Test
  void addsIdsOfCurrentSpanOfSameThread() {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Spans.withSpan(
          "place",
          () -> {
            assertThat(CompletableFuture.supplyAsync(() -> lineOf("no span"), other).join())
                .doesNotContain("trace_id");
            assertIds(
                CompletableFuture.supplyAsync(
                        () -> lineOf("propagated"), Context.current().wrap(other))
                    .join(),
                Span.current());
          });
    } finally {
      other.shutdown();
    }
  }

  @Test
  void addsIdsAndUnsampledFlagsOfDroppedSpan() {
    try (OpenTelemetrySdk dropping = sdk(Sampler.parentBased(Sampler.alwaysOff()))) {
      Spans.install(dropping, true);
      Spans.withSpan(
          "place",
          () -> {
            String line = lineOf("placed");
            assertIds(line, Span.current());
            assertThat(line).containsPattern("trace_flags\"?[=:]\"?0[02]");
            // A call with a dropped parent creates no span.
            Spans.withSpan(
                "reserve", () -> assertThat(ids(lineOf("reserved"))).isEqualTo(ids(line)));
          });
    }
  }

  private String lineOf(String text) {
    String line = output.lineOf(text);
    assertThat(line).contains(text).endsWith("\n");
    if (library.endsWith("JSON")) {
      assertThat(line.strip()).doesNotContain("\n");
      // Logback's JsonEncoder writes the unformatted pattern as the message.
      String message = library.startsWith("Logback") ? "formattedMessage" : "message";
      assertThat(JsonParser.parseString(line).getAsJsonObject().get(message).getAsString())
          .isEqualTo(text);
    }
    return line;
  }

  private String assertIds(String line, Span expected) {
    SpanContext context = expected.getSpanContext();
    assertThat(context.isValid()).isTrue();
    assertThat(ids(line)).isEqualTo(context.getTraceId() + " " + context.getSpanId());
    assertThat(line)
        .containsOnlyOnce(context.getTraceId())
        .containsPattern("trace_flags\"?[=:]\"?" + context.getTraceFlags().asHex() + "\\b");
    if (library.endsWith("JSON")) {
      JsonObject fields = JsonParser.parseString(line).getAsJsonObject();
      // Logback's JsonEncoder writes IDs only into the MDC.
      JsonObject holder = library.startsWith("Logback") ? fields.getAsJsonObject("mdc") : fields;
      assertThat(holder.get("trace_id").getAsString()).isEqualTo(context.getTraceId());
    }
    return ids(line);
  }

  private static String ids(String line) {
    return id(line, "trace_id", 32) + " " + id(line, "span_id", 16);
  }

  private static String id(String line, String name, int digits) {
    var found = Pattern.compile(name + "\"?[=:]\"?(\\p{XDigit}{" + digits + "})\\b").matcher(line);
    assertThat(found.find()).as("%s in %s", name, line).isTrue();
    return found.group(1);
  }

  private static OpenTelemetrySdk sdk(Sampler sampler) {
    return OpenTelemetrySdk.builder()
        .setTracerProvider(SdkTracerProvider.builder().setSampler(sampler).build())
        .build();
  }
}
