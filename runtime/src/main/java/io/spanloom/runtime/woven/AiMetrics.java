package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The metrics of AI calls, as the semantic conventions for generative AI define them. */
final class AiMetrics {

  private static final AttributeKey<String> TOKEN_TYPE =
      AttributeKey.stringKey("gen_ai.token.type");
  private static final String INPUT = "input";
  private static final String OUTPUT = "output";
  private static final int BUCKETS = 14;

  private final DoubleHistogram durations;
  private final DoubleHistogram firstChunks;
  private final LongHistogram tokens;
  private final DoubleCounter cost;

  AiMetrics(Meter meter) {
    List<Double> seconds = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    for (int i = 0; i < BUCKETS; i++) {
      seconds.add((1 << i) / 100.0);
      counts.add(1L << (2 * i));
    }
    durations =
        meter
            .histogramBuilder("gen_ai.client.operation.duration")
            .setDescription("Duration of requests to AI models.")
            .setUnit("s")
            .setExplicitBucketBoundariesAdvice(seconds)
            .build();
    firstChunks =
        meter
            .histogramBuilder("gen_ai.client.operation.time_to_first_chunk")
            .setDescription("Time to the first chunk of streams from AI models.")
            .setUnit("s")
            .setExplicitBucketBoundariesAdvice(seconds)
            .build();
    tokens =
        meter
            .histogramBuilder("gen_ai.client.token.usage")
            .setDescription("Number of input and output tokens of requests to AI models.")
            .setUnit("{token}")
            .ofLongs()
            .setExplicitBucketBoundariesAdvice(counts)
            .build();
    cost =
        meter
            .counterBuilder("ai.cost.estimated")
            .setDescription("Estimated cost of requests to AI models.")
            .setUnit("USD")
            .ofDoubles()
            .build();
  }

  /**
   * Records a call.
   *
   * @param errorType {@code error.type}, or null for a call that did not fail
   */
  void record(AiResult call, @Nullable String errorType, double seconds, Context context) {
    AiSummary summary = call.summary();
    Attributes attributes = attributes(summary);
    durations.record(
        seconds,
        errorType == null
            ? attributes
            : attributes.toBuilder().put(AttributeKeys.ERROR_TYPE, errorType).build(),
        context);
    AiStream stream = summary.stream();
    Double first = stream == null ? null : stream.firstSeconds();
    if (first != null) {
      firstChunks.record(first, attributes, context);
    }
    record(summary.usage().inputTokens(), INPUT, attributes, context);
    record(summary.usage().outputTokens(), OUTPUT, attributes, context);
    Double usd = summary.cost();
    if (usd != null) {
      cost.add(usd, attributes, context);
    }
  }

  private void record(@Nullable Long count, String type, Attributes attributes, Context context) {
    if (count != null) {
      tokens.record(count, attributes.toBuilder().put(TOKEN_TYPE, type).build(), context);
    }
  }

  private static Attributes attributes(AiSummary summary) {
    AttributesBuilder result = Attributes.builder();
    put(result, AiKeys.OPERATION, summary.settings().operation());
    put(result, AiKeys.PROVIDER, summary.settings().provider());
    put(result, AiKeys.REQUEST_MODEL, summary.requestModel());
    put(result, AiKeys.RESPONSE_MODEL, summary.responseModel());
    return result.build();
  }

  private static void put(
      AttributesBuilder attributes, AttributeKey<String> key, @Nullable String value) {
    if (value != null) {
      attributes.put(key, value);
    }
  }
}
