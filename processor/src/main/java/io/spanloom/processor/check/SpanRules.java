package io.spanloom.processor.check;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.ExpectedException;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;

/** Rules for the members of span annotations. */
final class SpanRules {

  private SpanRules() {}

  static void expectedExceptionsAreAccessible(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      for (ExpectedException expected : span.expected()) {
        if (!expected.nameable()) {
          report.error(
              Code.INACCESSIBLE_TYPE,
              expected.location(),
              """
                Exception %s is not accessible to the generated aspect, which is a separate class \
                in the same package. Make it package-private, or public if it is in another \
                package, or use an accessible supertype.\
                """
                  .formatted(expected.type()));
        }
      }
    }
  }

  static void eventsHaveNoAttributes(TracedMethod method, Report report) {
    if (method.spans().stream().noneMatch(SpanForm::recordsEvents)) {
      return;
    }
    for (Attribute attribute : method.attributes()) {
      report.error(
          Code.ATTRIBUTE_ON_EVENTS,
          attribute.location(),
          """
          Attribute '%s' requires a span, but step '%s' only records events on the current span. \
          Make the step a span (as = SPAN), or remove the attribute.\
          """
              .formatted(attribute.key(), method.signature()));
    }
  }

  static void resultIsObserved(TracedMethod method, Report report) {
    if (method.result() instanceof Result.Unobserved result && !method.excluded()) {
      report.warning(
          Code.UNOBSERVED_RESULT,
          method.span().location(),
          """
          The span of '%s' ends when the method returns, and not with its result, because Spanloom \
          cannot observe %s. %s To accept this, add @SuppressWarnings("SPL068").\
          """
              .formatted(method.signature(), result.typeText(), alternative(result)));
    }
    if (method.result() instanceof Result.InvalidAdapter invalid) {
      report.error(
          Code.INVALID_ADAPTER,
          invalid.location(),
          """
          %s cannot observe the result of '%s', because %s. An adapter is a public static method \
          such as 'void observe(Promise<T> result, DeferredSpan<? super T> span)' or 'Task<T> \
          trace(Task<T> result, DeferredSpans<? super T> spans)'.\
          """
              .formatted(invalid.adapter(), method.signature(), invalid.reason()));
    }
  }

  private static String alternative(Result.Unobserved result) {
    return result.alternatives().isEmpty()
        ? "Return a supported type, or name an adapter with @ResultAdapter."
        : "Declare the result as %s, or name an adapter with @ResultAdapter."
            .formatted(String.join(" or ", result.alternatives()));
  }

  static void lazyResultIsSupported(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      if (span instanceof SpanForm.Span traced
          && traced.lazyResult().isPresent()
          && !(method.result() instanceof Result.Deferred)
          && !(method.result() instanceof Result.InvalidAdapter)) {
        report.error(
            Code.LAZY_RESULT,
            traced.lazyResult().get(),
            """
            lazyResult does not apply to the result type %s of '%s', because Spanloom cannot tell \
            when it has been consumed. Declare an Iterator, Iterable, AutoCloseable or Closeable, \
            name an adapter with @ResultAdapter, or remove lazyResult.\
            """
                .formatted(method.result().typeText(), method.signature()));
      }
    }
  }

  static void temperatureIsValid(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      if (span instanceof SpanForm.AiCall call
          && call.temperature().isPresent()
          && !(call.temperature().getAsDouble() >= 0
              && Double.isFinite(call.temperature().getAsDouble()))) {
        report.error(
            Code.INVALID_TEMPERATURE,
            call.temperatureLocation(),
            """
            'temperature' must be finite and at least 0 (was %s). Set a valid value, or remove the \
            member.\
            """
                .formatted(call.temperature().getAsDouble()));
      }
    }
  }

  static void responseIsReadable(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      if (span instanceof SpanForm.AiCall call && call.remote()) {
        if (!isReadable(method.result())) {
          report.warning(
              Code.UNREADABLE_RESPONSE,
              call.location(),
              """
              The span of '%s' will have no model, token usage or cost, because they cannot be \
              read from %s. Return the AI client's response, such as LangChain4j's ChatResponse.\
              """
                  .formatted(method.signature(), method.result().typeText()));
        }
      }
    }
  }

  private static boolean isReadable(Result result) {
    return result instanceof Result.AiResponse response && !response.fields().isEmpty();
  }
}
