package io.spanloom.testing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.spanloom.runtime.Spans;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one test in this JVM whose spans are recorded. */
final class RunningTest {

  private static final AtomicReference<@Nullable RunningTest> CURRENT = new AtomicReference<>();

  private final String id;
  private final String name;
  private final Recording recording = new Recording();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(SdkTracerProvider.builder().addSpanProcessor(recording).build())
          .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
          .build();
  private final Context caller = Context.current();
  private @Nullable Scope root;

  private RunningTest(ExtensionContext context) {
    id = context.getUniqueId();
    name = context.getRequiredTestClass().getName() + ", " + context.getDisplayName();
  }

  static RunningTest begin(ExtensionContext context) {
    RunningTest test = new RunningTest(context);
    RunningTest other = CURRENT.compareAndExchange(null, test);
    if (other != null) {
      throw new ExtensionConfigurationException(test.conflictWith(other));
    }
    // An earlier test may have left a span current on this thread.
    test.root = ContextStorage.get().attach(Context.root());
    Spans.install(test.sdk, true);
    return test;
  }

  boolean isOf(ExtensionContext context) {
    return id.equals(context.getUniqueId());
  }

  Recording recording() {
    return recording;
  }

  OpenTelemetry openTelemetry() {
    return sdk;
  }

  /** Makes everything as it was before; to be called on the thread of {@link #begin}. */
  void end() {
    Spans.uninstall();
    sdk.close();
    if (root != null) {
      root.close();
    }
    if (Context.current() != caller) {
      // The test left a scope of its own open, and a scope that is not current does not close.
      ContextStorage.get().attach(caller);
    }
    CURRENT.set(null);
  }

  private String conflictWith(RunningTest other) {
    if (id.equals(other.id)) {
      return "The spans of a test are recorded once, but RecordedSpans is registered twice for "
          + name
          + ".";
    }
    return "Spans are being recorded for another test in this JVM, and woven code has one"
        + " OpenTelemetry only. Put @RecordSpans on both test classes, or beside a field"
        + " @ResourceLock(RecordedSpans.LOCK), and JUnit runs them one after the other; or run"
        + " them in JVMs of their own.\n - this test: "
        + name
        + "\n - the other: "
        + other.name;
  }
}
