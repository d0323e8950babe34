package io.spanloom.spring.boot;

import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Nests Micrometer's observations in the spans of the traced methods that start them. */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration",
      "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
    })
@ConditionalOnClass(OtelCurrentTraceContext.class)
public final class ObservationNestingAutoConfiguration {

  ObservationNestingAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  OtelCurrentTraceContext spansCurrentTraceContext() {
    return new CurrentSpanOfBothApis();
  }
}
