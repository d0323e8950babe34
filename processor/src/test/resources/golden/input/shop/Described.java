// needs Java 17
package shop;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.spanloom.ParentContext;
import io.spanloom.SpanAttribute;
import io.spanloom.SpanLink;
import io.spanloom.Traced;
import java.io.FileNotFoundException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class Described {

  @Traced(attributes = @SpanAttribute(value = "layer", literal = "repository"))
  @interface Measured {
    @SpanAttribute("measured.limit")
    int limit();

    @SpanAttribute("measured.ratio")
    float ratio() default 0.5f;

    @SpanAttribute("measured.slow")
    boolean slow() default false;
  }

  record Order(String id, List<Integer> quantities) {}

  @Traced(root = true, expected = FileNotFoundException.class, recordException = false)
  @SpanAttribute(value = "order.quantities", from = "order.quantities()")
  @SpanAttribute(value = "card", from = "card", redact = SpanAttribute.Redact.HASH)
  @SpanAttribute(value = "receipt", from = "result")
  @SpanAttribute(baggage = "tenant")
  CompletableFuture<String> place(Order order, long card, @SpanLink List<SpanContext> origins) {
    return null;
  }

  @Measured(limit = 3)
  void find(@ParentContext Context caller, @SpanAttribute("größe") double size) {}
}
