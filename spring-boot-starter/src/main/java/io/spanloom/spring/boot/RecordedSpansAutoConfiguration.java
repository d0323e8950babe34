package io.spanloom.spring.boot;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.spanloom.testing.RecordedSpans;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Passes the spans of Spring Boot's SDK to the running test, if {@code spanloom-testing} is on the
 * class path.
 */
@AutoConfiguration
@ConditionalOnClass({RecordedSpans.class, SpanProcessor.class})
public final class RecordedSpansAutoConfiguration {

  RecordedSpansAutoConfiguration() {}

  @Bean
  SpanProcessor recordedSpansProcessor() {
    return RecordedSpans.processor();
  }
}
