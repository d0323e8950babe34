package shop;

import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.Traced;
import java.io.FileNotFoundException;
import java.util.concurrent.TimeoutException;

class Options {

  static class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Traced(kind = SpanKind.CLIENT)
  void ask() {}

  @Traced(kind = SpanKind.INTERNAL, root = false, expected = {})
  void likeTheDefaults() {}

  @Traced(root = true)
  void nightly() {}

  @Traced(
      value = "a rather long name of a span that nobody would ever want to have on one single line",
      kind = SpanKind.PRODUCER,
      root = true,
      expected = {TimeoutException.class, FileNotFoundException.class, Refused.class})
  void everything() {}

  @Traced("\"quoted\" \\ $T {@code} \t */")
  void oddName() {}
}
