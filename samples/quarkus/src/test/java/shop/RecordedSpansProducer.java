package shop;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.spanloom.testing.RecordedSpans;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Records the spans of Quarkus together with those of traced methods. */
final class RecordedSpansProducer {

  @Produces
  @Singleton
  SpanProcessor recordedSpans() {
    return RecordedSpans.processor();
  }
}
