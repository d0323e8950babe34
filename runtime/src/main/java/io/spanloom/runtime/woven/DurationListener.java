package io.spanloom.runtime.woven;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import io.spanloom.runtime.spi.CallListener;
import io.spanloom.runtime.spi.CallListeners;
import io.spanloom.runtime.spi.SiteInfo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Records the duration of each call in a histogram, and the metrics of AI calls. */
final class DurationListener implements CallListener {

  private static final String NAME = "spanloom.call.duration";

  /** The name that OpenTelemetry's span metrics connector uses. */
  private static final AttributeKey<String> SPAN_NAME = AttributeKey.stringKey("span.name");

  /** The boundaries of the semantic conventions for durations, such as those of HTTP requests. */
  private static final List<Double> BOUNDARIES =
      List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);

  private static final double NANOS_PER_SECOND = 1e9;

  private final DoubleHistogram histogram;
  private final AiMetrics aiMetrics;

  /** The attributes of woven methods, whose number is limited. */
  private final Map<SiteInfo, Attributes> attributes = new ConcurrentHashMap<>();

  private DurationListener(DoubleHistogram histogram, AiMetrics aiMetrics) {
    this.histogram = histogram;
    this.aiMetrics = aiMetrics;
  }

  /**
   * Installs a listener, unless the instance records no metrics. In that case, calls must cost no
   * more than without a listener.
   */
  static boolean install(OpenTelemetry openTelemetry) {
    uninstall();
    Meter meter =
        openTelemetry
            .meterBuilder(TracerSource.SCOPE_NAME)
            .setInstrumentationVersion(ProjectVersion.VALUE)
            .build();
    DoubleHistogram histogram =
        meter
            .histogramBuilder(NAME)
            .setDescription("Duration of traced calls.")
            .setUnit("s")
            .setExplicitBucketBoundariesAdvice(BOUNDARIES)
            .build();
    boolean enabled = NewerApi.isEnabled(histogram);
    if (enabled) {
      CallListeners.set(new DurationListener(histogram, new AiMetrics(meter)));
    }
    return enabled;
  }

  static void uninstall() {
    if (CallListeners.get() instanceof DurationListener) {
      CallListeners.set(null);
    }
  }

  @Override
  public void onStart(SiteInfo site) {}

  @Override
  public void onEnd(
      SiteInfo site,
      Outcome outcome,
      @Nullable Throwable error,
      long elapsedNanos,
      Context context) {
    Attributes known = attributes(site);
    double seconds = elapsedNanos / NANOS_PER_SECOND;
    String errorType =
        outcome == Outcome.FAILED && error != null && !site.isExpected(error)
            ? error.getClass().getName()
            : null;
    histogram.record(seconds, errorType == null ? known : failed(known, errorType), context);
    AiResult ai = AiContext.of(context);
    if (ai != null && ai.site.info().equals(site)) {
      aiMetrics.record(ai, errorType, seconds, context);
    }
  }

  private Attributes attributes(SiteInfo site) {
    return site.function() == null
        ? create(site)
        : attributes.computeIfAbsent(site, DurationListener::create);
  }

  private static Attributes create(SiteInfo site) {
    AttributesBuilder result = Attributes.builder().put(SPAN_NAME, site.name());
    if (site.function() != null) {
      result.put(AttributeKeys.CODE_FUNCTION_NAME, site.function());
    }
    return result.build();
  }

  private static Attributes failed(Attributes attributes, String errorType) {
    return attributes.toBuilder().put(AttributeKeys.ERROR_TYPE, errorType).build();
  }
}
