package io.spanloom.processor.check;

import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;

/** Rules for results with which spans end. */
final class ResultRules {

  private ResultRules() {}

  static void resultIsObserved(TracedMethod method, Report report) {
    if (method.result() instanceof Result.Unobserved result && !method.excluded()) {
      report.warning(
          Code.UNOBSERVED_RESULT,
          method.span().location(),
          """
          The span of '%s' ends when the method returns, and not with its result, because Spanloom \
          cannot observe %s. %s\
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
}
