package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.spanloom.runtime.spi.CallListener;
import io.spanloom.runtime.spi.SiteInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A listener that records its notifications as lines such as {@code end call RETURNED}. */
final class RecordingListener implements CallListener {

  private final List<String> events = new ArrayList<>();
  private final List<SiteInfo> sites = new ArrayList<>();
  private SpanContext currentAtStart = SpanContext.getInvalid();
  private SpanContext spanAtEnd = SpanContext.getInvalid();
  private long lastElapsedNanos;
  private int unended;

  @Override
  public void onStart(SiteInfo site) {
    unended++;
    sites.add(site);
    events.add("start " + site.name());
    currentAtStart = Span.current().getSpanContext();
  }

  @Override
  public void onEnd(
      SiteInfo site,
      Outcome outcome,
      @Nullable Throwable error,
      long elapsedNanos,
      Context context) {
    unended--;
    events.add("end " + site.name() + " " + outcome + (error == null ? "" : " " + error));
    lastElapsedNanos = elapsedNanos;
    spanAtEnd = Span.fromContext(context).getSpanContext();
  }

  List<String> events() {
    return events;
  }

  List<SiteInfo> sites() {
    return sites;
  }

  SpanContext currentAtStart() {
    return currentAtStart;
  }

  /** Returns the span in the context of the call that ended last. */
  SpanContext spanAtEnd() {
    return spanAtEnd;
  }

  /** Returns the elapsed time of the call that ended last. */
  long elapsedNanos() {
    return lastElapsedNanos;
  }

  /** Returns the number of calls that have started but not ended. */
  int unended() {
    return unended;
  }

  void clear() {
    events.clear();
    sites.clear();
  }
}
