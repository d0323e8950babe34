package shadow;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;

/** A package with classes of the names that generated code uses. */
class Shadows {

  @Traced(expected = java.lang.IllegalStateException.class)
  void run(
      @SpanAttribute java.lang.String name,
      @SpanAttribute char grade,
      @SpanAttribute java.lang.Integer count,
      @SpanAttribute SpanKind kind) {}

  @Traced(kind = io.opentelemetry.api.trace.SpanKind.SERVER)
  void serve() {}
}

class String {}

class Long {}

class Integer {}

class Throwable {}

class IllegalStateException {}

enum SpanKind {
  ONE
}

class SpanSite {}

class Aspect {}
