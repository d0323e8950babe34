package io.spanloom.telemetry.library;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.Instrumenter;
import org.jspecify.annotations.Nullable;

/**
 * The API on which library instrumentations build. A framework's BOM may manage an OpenTelemetry
 * that lacks what this API needs, which would otherwise only fail in the program's own calls.
 */
final class InstrumentationApi {

  private InstrumentationApi() {}

  /** Starts and ends a span that is not recorded; returns the error if versions do not match. */
  static @Nullable LinkageError mismatch() {
    try {
      Instrumenter<String, String> instrumenter =
          Instrumenter.<String, String>builder(
                  OpenTelemetry.noop(), "io.spanloom", request -> request)
              .buildInstrumenter();
      if (instrumenter.shouldStart(Context.root(), "check")) {
        Context context = instrumenter.start(Context.root(), "check");
        instrumenter.end(context, "check", null, null);
      }
      return null;
    } catch (LinkageError mismatch) {
      return mismatch;
    }
  }
}
