package io.spanloom.telemetry.ai;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/**
 * Removes the tokens and costs of marked spans before it passes all spans to another exporter. The
 * spans themselves are exported, because other spans may be their children.
 */
final class RepeatedTokensFilter implements SpanExporter {

  private static final String TOKENS = "gen_ai.usage.";

  /** The estimated cost of Quarkus LangChain4j. */
  private static final String COST = "gen_ai.client.estimated_cost";

  private final SpanExporter exporter;

  RepeatedTokensFilter(SpanExporter exporter) {
    this.exporter = exporter;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    return exporter.export(spans.stream().map(RepeatedTokensFilter::filter).toList());
  }

  private static SpanData filter(SpanData span) {
    Attributes attributes = span.getAttributes();
    return attributes.get(InnerSpanMarker.MARK) == null
        ? span
        : new Filtered(
            span, attributes.toBuilder().removeIf(RepeatedTokensFilter::isRepeated).build());
  }

  private static boolean isRepeated(AttributeKey<?> key) {
    return key.equals(InnerSpanMarker.MARK)
        || key.getKey().startsWith(TOKENS)
        || key.getKey().equals(COST);
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }

  @Override
  public String toString() {
    return exporter.toString();
  }

  /** A span with other attributes. */
  private static final class Filtered extends DelegatingSpanData {

    private final Attributes attributes;

    Filtered(SpanData span, Attributes attributes) {
      super(span);
      this.attributes = attributes;
    }

    @Override
    public Attributes getAttributes() {
      return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
      return attributes.size();
    }
  }
}
