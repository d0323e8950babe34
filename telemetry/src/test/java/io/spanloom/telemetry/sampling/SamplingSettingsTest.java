package io.spanloom.telemetry.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.runtime.Spans;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.runtime.woven.SpanStart;
import io.spanloom.support.LogCapture;
import io.spanloom.telemetry.AutoconfiguredSdk;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sampling settings, applied to an SDK. */
final class SamplingSettingsTest {

  private static final String ALL = "ParentBased{root:AlwaysOnSampler,";
  private static final String NO_RULES = "ParentBased{root:RuleSampler{},";

  @Test
  void appliesRules() {
    try (AutoconfiguredSdk sdk =
        new AutoconfiguredSdk(
            "spanloom.sampling.rules", "/health* = 0; kind=SERVER & url.path=/api/* = 1; * = 0")) {
      span(sdk, "/health");
      span(sdk, "other");
      Span root =
          sdk.tracer()
              .spanBuilder("GET")
              .setSpanKind(SpanKind.SERVER)
              .setAttribute("url.path", "/api/orders")
              .startSpan();
      sdk.tracer()
          .spanBuilder("/health of another service")
          .setParent(Context.root().with(root))
          .startSpan()
          .end();
      root.end();

      assertThat(sdk.spans())
          .extracting(SpanData::getName)
          .containsExactlyInAnyOrder("/health of another service", "GET");
    }
  }

  @Test
  void matchesPackageOfTracedMethod() {
    try (AutoconfiguredSdk sdk =
        new AutoconfiguredSdk("spanloom.sampling.rules", "package=shop.orders = 1; * = 0")) {
      Spans.install(sdk.sdk(), true);
      try {
        call(SpanSite.of("place", "shop.orders.OrderService.place"));
        call(SpanSite.of("pay", "shop.payment.PaymentService.pay"));
      } finally {
        Spans.uninstall();
      }

      assertThat(sdk.spans()).extracting(SpanData::getName).containsExactly("place");
    }
  }

  @Test
  void keepsDefaultSamplerWithoutRules() {
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry");
        AutoconfiguredSdk sdk = new AutoconfiguredSdk()) {
      assertThat(description(sdk)).startsWith(ALL);
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void reportsInvalidRulesAndSamplesAllTraces() {
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry");
        AutoconfiguredSdk sdk = new AutoconfiguredSdk("spanloom.sampling.rules", "a = 1; b = 2")) {
      assertThat(description(sdk)).startsWith(NO_RULES);
      assertThat(log.lines())
          .containsExactly(
              "WARNING Invalid SPANLOOM_SAMPLING_RULES, column 12: '2' is neither a ratio from 0"
                  + " to 1 nor a rate such as 10/s. All new traces are sampled until this is fixed.");
    }
  }

  @Test
  void standardSamplerTakesPrecedenceOverRules() {
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry");
        AutoconfiguredSdk sdk =
            new AutoconfiguredSdk(
                "spanloom.sampling.rules", "* = 0", "otel.traces.sampler", "always_on")) {
      assertThat(description(sdk)).isEqualTo("AlwaysOnSampler");
      assertThat(log.lines())
          .containsExactly(
              "WARNING Ignoring SPANLOOM_SAMPLING_RULES because OTEL_TRACES_SAMPLER is"
                  + " 'always_on'; unset it or set it to rules.");
    }
  }

  @Test
  void standardVariableMaySelectRules() {
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry");
        AutoconfiguredSdk sdk =
            new AutoconfiguredSdk(
                "spanloom.sampling.rules", "* = 0", "otel.traces.sampler", "rules")) {
      assertThat(description(sdk)).startsWith("ParentBased{root:RuleSampler{* = 0},");
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void reportsMissingRulesIfRulesAreSelected() {
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry");
        AutoconfiguredSdk sdk = new AutoconfiguredSdk("otel.traces.sampler", "rules")) {
      assertThat(description(sdk)).startsWith(NO_RULES);
      assertThat(log.lines())
          .containsExactly(
              "WARNING OTEL_TRACES_SAMPLER is 'rules', but neither SPANLOOM_SAMPLING_RULES"
                  + " nor SPANLOOM_SAMPLING_FILE is set. All new traces are sampled until this"
                  + " is fixed.");
    }
  }

  @Test
  void usesRulesOfVariableUntilFileExists(@TempDir Path folder) {
    Path file = folder.resolve("rules");
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry");
        AutoconfiguredSdk sdk =
            new AutoconfiguredSdk(
                "spanloom.sampling.rules", "* = 0.5", "spanloom.sampling.file", file.toString())) {
      assertThat(description(sdk)).startsWith("ParentBased{root:RuleSampler{* = 0.5},");
      assertThat(log.lines())
          .containsExactly(
              "WARNING Cannot read SPANLOOM_SAMPLING_FILE '"
                  + file
                  + "': the file does not exist. SPANLOOM_SAMPLING_RULES is used until this is"
                  + " fixed.");
    }
  }

  @Test
  void reloadsChangedFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("rules"), "* = 0");
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry");
        AutoconfiguredSdk sdk = new AutoconfiguredSdk("spanloom.sampling.file", file.toString())) {
      span(sdk, "before");
      Files.writeString(file, "* = 1");
      log.waitFor("Loaded sampling rules from " + file + ": * = 1");
      span(sdk, "after");

      assertThat(sdk.spans()).extracting(SpanData::getName).containsExactly("after");
    }
  }

  private static String description(AutoconfiguredSdk sdk) {
    return sdk.sdk().getSdkTracerProvider().getSampler().getDescription();
  }

  private static void call(SpanSite site) {
    SpanStart start = site.begin();
    if (start != null) {
      start.enter();
    }
    site.end();
  }

  private static void span(AutoconfiguredSdk sdk, String name) {
    sdk.tracer().spanBuilder(name).startSpan().end();
  }
}
