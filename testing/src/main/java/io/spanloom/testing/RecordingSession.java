package io.spanloom.testing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.spanloom.runtime.Installation;
import io.spanloom.runtime.Spans;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Records the spans of one test; at most one session is active per JVM. */
final class RecordingSession {

  private static final AtomicReference<@Nullable RecordingSession> CURRENT =
      new AtomicReference<>();

  private final String id;
  private final String name;
  private final SpanRecorder recorder = new SpanRecorder();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(SdkTracerProvider.builder().addSpanProcessor(recorder).build())
          .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
          .build();
  private final Context previous = Context.current();
  private @Nullable Scope root;
  private @Nullable Installation installation;

  private RecordingSession(ExtensionContext context) {
    id = context.getUniqueId();
    name = context.getRequiredTestClass().getName() + ", " + context.getDisplayName();
  }

  static RecordingSession begin(ExtensionContext context) {
    RecordingSession session = new RecordingSession(context);
    RecordingSession other = CURRENT.compareAndExchange(null, session);
    if (other != null) {
      throw new ExtensionConfigurationException(session.conflictWith(other));
    }
    // An earlier test may have left a span current on this thread.
    session.root = ContextStorage.get().attach(Context.root());
    session.installation = Spans.install(session.sdk, true);
    return session;
  }

  boolean isFor(ExtensionContext context) {
    return id.equals(context.getUniqueId());
  }

  SpanRecorder recorder() {
    return recorder;
  }

  OpenTelemetry openTelemetry() {
    return sdk;
  }

  /** Returns the recorder of the running test, or null if no test is recording spans. */
  static @Nullable SpanRecorder currentRecorder() {
    RecordingSession session = CURRENT.get();
    return session == null ? null : session.recorder;
  }

  /**
   * Stops recording and restores the context and the OpenTelemetry that was installed before. Call
   * it on the thread that called {@link #begin}.
   */
  void end() {
    if (installation != null) {
      installation.close();
    }
    sdk.close();
    if (root != null) {
      root.close();
    }
    if (Context.current() != previous) {
      // The test left a scope open; closing a scope that is not current has no effect.
      ContextStorage.get().attach(previous);
    }
    CURRENT.set(null);
  }

  private String conflictWith(RecordingSession other) {
    if (id.equals(other.id)) {
      return "RecordedSpans is registered twice for " + name + ". Remove one of the registrations.";
    }
    return "Another test in this JVM is recording spans, and woven code uses one OpenTelemetry per JVM."
        + " Annotate both test classes with @RecordSpans, or with"
        + " @ResourceLock(RecordedSpans.LOCK) if they use a field, so that JUnit runs them one after"
        + " another; or run them in separate JVMs.\n - this test: "
        + name
        + "\n - other test: "
        + other.name;
  }
}
