package io.spanloom.telemetry.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.support.LogCapture;
import io.spanloom.telemetry.AutoconfiguredSdk;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class SpanFilterTest {

  private static final AttributeKey<String> TYPE = AttributeKey.stringKey("exception.type");

  @Test
  void redactsUrlsInEventNamesAndRelativeUrls() {
    SpanData span =
        exported(
            running ->
                running
                    .updateName("GET /a?token=b")
                    .setAttribute("http.request.header.referer", "/a?code=b")
                    .addEvent("called https://u:p@h"));

    assertThat(span.getName()).isEqualTo("GET /a?token=REDACTED");
    assertThat(span.getAttributes())
        .isEqualTo(
            Attributes.builder().put("http.request.header.referer", "/a?code=REDACTED").build());
    assertThat(span.getEvents().get(0).getName()).isEqualTo("called https://REDACTED:REDACTED@h");
  }

  @Test
  void filtersScopeAttributes() {
    InstrumentationScopeInfo scope =
        InstrumentationScopeInfo.builder("scope")
            .setVersion("1")
            .setSchemaUrl("https://schema")
            .setAttributes(
                Attributes.builder()
                    .put("token", "t")
                    .put("x", "y")
                    .put("url", "http://u:p@h")
                    .build())
            .build();
    SpanData span =
        new DelegatingSpanData(exported(running -> {})) {
          @Override
          public InstrumentationScopeInfo getInstrumentationScopeInfo() {
            return scope;
          }
        };

    InstrumentationScopeInfo filtered =
        new SpanFilter(new KeyRules(List.of(), List.of()), new TextRules(4096))
            .filter(span)
            .getInstrumentationScopeInfo();

    assertThat(filtered)
        .isEqualTo(
            InstrumentationScopeInfo.builder("scope")
                .setVersion("1")
                .setSchemaUrl("https://schema")
                .setAttributes(
                    Attributes.builder()
                        .put("x", "y")
                        .put("url", "http://REDACTED:REDACTED@h")
                        .build())
                .build());
  }

  @Test
  void returnsSameSpanIfNothingChanges() {
    SpanFilter filter = new SpanFilter(new KeyRules(List.of(), List.of()), new TextRules(4096));
    SpanData span =
        exported(
            running ->
                running
                    .setAttribute("url.full", "https://host/a?b=c")
                    .setAttribute(AttributeKey.stringArrayKey("some"), List.of("a", "b"))
                    .addEvent("event", Attributes.of(TYPE, "x")));

    assertThat(span).isNotInstanceOf(FilteredSpan.class);
    assertThat(filter.filter(span)).isSameAs(span);
  }

  @Test
  void removesMoreKeysThanAreCached() {
    KeyRules keys = new KeyRules(List.of(), List.of());
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      for (int i = 0; i < 2_000; i++) {
        assertThat(keys.removes(AttributeKey.stringKey("password." + i))).isTrue();
      }

      assertThat(log.lines()).hasSize(1_000);
    }
  }

  private static SpanData exported(Consumer<Span> fill, String... settings) {
    try (AutoconfiguredSdk sdk = new AutoconfiguredSdk(settings)) {
      Span span = sdk.tracer().spanBuilder("span").startSpan();
      fill.accept(span);
      span.end();
      return sdk.spans().get(0);
    }
  }
}
