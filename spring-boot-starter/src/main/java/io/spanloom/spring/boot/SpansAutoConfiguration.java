package io.spanloom.spring.boot;

import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.runtime.Spans;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * Installs the context's {@link OpenTelemetry} in {@link Spans}. Without such a bean, spans are
 * created with the global instance.
 */
@AutoConfiguration(
    afterName = {
      "io.opentelemetry.instrumentation.spring.autoconfigure.OpenTelemetryAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration",
      "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration"
    })
@ConditionalOnSingleCandidate(OpenTelemetry.class)
public final class SpansAutoConfiguration {

  SpansAutoConfiguration() {}

  @Bean
  @Lazy(false) // no other bean depends on it
  SpansInstaller spansInstaller(OpenTelemetry openTelemetry) {
    return new SpansInstaller(openTelemetry);
  }
}
