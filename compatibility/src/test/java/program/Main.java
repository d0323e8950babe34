package program;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.CallDurations;
import io.spanloom.runtime.Spans;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls traced methods before and after an SDK is registered and installed, and in a test. */
public final class Main {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private Main() {}

  /**
   * Runs the program.
   *
   * @param arguments ignored
   */
  public static void main(String[] arguments) {
    Orders orders = new Orders();
    orders.root(); // must not register a no-op, which would make the registration below fail

    System.out.println("registered:");
    OpenTelemetrySdk registered = sdk(Sampler.parentBased(Sampler.alwaysOn()), true);
    callAll(orders);
    registered.close();

    System.out.println("installed:");
    OpenTelemetrySdk installed = sdk(Sampler.alwaysOn(), false);
    Spans.install(installed, false);
    orders.linked(parent(TraceFlags.getDefault()), spanContext(TraceFlags.getSampled()));
    Spans.withSpan("block", () -> Spans.addEvent("event", Attributes.empty()));
    Map<String, String> headers = new HashMap<>();
    Spans.withSpan("send", () -> Spans.inject(headers));
    System.out.println("extracted: " + Spans.extract(headers));
    System.out.println("records durations: " + CallDurations.install(installed));
    installed.close();

    System.out.println("no-op:");
    Spans.install(OpenTelemetry.noop(), false);
    callAll(orders);
    System.out.println("current: " + Context.current());
    Spans.uninstall();

    System.out.println("tests that recorded their spans: " + RecordingTests.run());
  }

  private static void callAll(Orders orders) {
    Context baggage = Baggage.builder().put("tenant", "t-1").build().storeInContext(Context.root());
    baggage.wrap(() -> place(orders)).run();
    try {
      orders.fail();
    } catch (IllegalStateException expected) {
      orders.root();
    }
    orders.linked(parent(TraceFlags.getSampled()), spanContext(TraceFlags.getSampled()));
    orders.linked(parent(TraceFlags.getDefault()), spanContext(TraceFlags.getSampled()));
    orders.later().join();
  }

  private static void place(Orders orders) {
    orders.place(
        "a", 1, 0.5, true, List.of("b"), new long[] {2}, new double[] {1.5}, new boolean[] {false});
  }

  private static OpenTelemetrySdk sdk(Sampler sampler, boolean register) {
    var builder =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setSampler(sampler)
                    .addSpanProcessor(SimpleSpanProcessor.create(new PrintingExporter()))
                    .build());
    return register ? builder.buildAndRegisterGlobal() : builder.build();
  }

  private static Context parent(TraceFlags flags) {
    return Context.root().with(Span.wrap(spanContext(flags)));
  }

  private static SpanContext spanContext(TraceFlags flags) {
    return SpanContext.createFromRemoteParent(
        TRACE, "b7ad6b7169203331", flags, TraceState.getDefault());
  }
}
