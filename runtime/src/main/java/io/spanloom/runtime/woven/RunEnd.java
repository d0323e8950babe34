package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.spanloom.runtime.spi.CallListener;
import io.spanloom.runtime.spi.CallListener.Outcome;
import io.spanloom.runtime.spi.SiteInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The end of a run: ends its open manual steps and its span. */
final class RunEnd extends ObservedCall {

  private final RunSettings settings;
  private final WorkflowRun run;
  private final @Nullable Span span;

  RunEnd(
      @Nullable CallListener listener,
      SiteInfo site,
      RunSettings settings,
      WorkflowRun run,
      @Nullable Span span) {
    super(listener, site);
    this.settings = settings;
    this.run = run;
    this.span = span;
  }

  @Override
  void ended(Outcome outcome, @Nullable Throwable error, long elapsedNanos, @Nullable Instant at) {
    for (StepEnd open : run.closeAll()) {
      open.endManually(Outcome.CANCELLED, null, Attributes.empty());
    }
    Outcome recorded = settings.span().recorded(outcome, error);
    if (recorded == Outcome.RETURNED || recorded == Outcome.COMPLETED) {
      WorkflowRuns.remove(run); // one that failed may be retried
    }
    if (span != null) {
      settings.span().end(span, outcome, error, at);
    }
  }
}
