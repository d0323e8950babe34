package io.spanloom.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.spanloom.runtime.Spans;
import io.spanloom.testing.RecordSpans;
import io.spanloom.testing.RecordedSpans;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.MicrometerTracingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Observations that Spring Boot's SDK turns into spans, around and below traced methods. */
@RecordSpans
final class ObservationNestingTest {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withPropertyValues("management.tracing.sampling.probability=1")
          .withConfiguration(
              AutoConfigurations.of(
                  ObservationAutoConfiguration.class,
                  OpenTelemetryAutoConfiguration.class,
                  MicrometerTracingAutoConfiguration.class,
                  OpenTelemetryTracingAutoConfiguration.class,
                  SpansAutoConfiguration.class,
                  ObservationNestingAutoConfiguration.class,
                  RecordedSpansAutoConfiguration.class));

  @Test
  void nestsObservationsAndTracedMethods(RecordedSpans spans) {
    application.run(
        context -> {
          ObservationRegistry registry = context.getBean(ObservationRegistry.class);
          Runnable leaf = () -> Spans.withSpan("leaf", () -> {});
          Runnable traced = () -> Observation.createNotStarted("inner", registry).observe(leaf);
          Observation.createNotStarted("outer", registry)
              .observe((Runnable) () -> Spans.withSpan("traced", traced));
        });

    spans.assertTree(
        """
        outer OK
          traced
            inner OK
              leaf
        """);
  }

  @Test
  void keepsTraceContextOfApplication() {
    OtelCurrentTraceContext own = new OtelCurrentTraceContext();
    application
        .withBean("own", OtelCurrentTraceContext.class, () -> own)
        .run(context -> assertThat(context.getBean(OtelCurrentTraceContext.class)).isSameAs(own));
  }
}
