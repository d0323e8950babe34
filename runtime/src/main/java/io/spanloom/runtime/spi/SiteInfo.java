package io.spanloom.runtime.spi;

import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a site, that is, of a traced method at run time.
 *
 * @param name the name of the site's spans, or of the workflow step if calls are recorded as events
 * @param function the method's {@code code.function.name}, or null for a call of {@code
 *     Spans.withSpan}
 * @param kind the kind of the site's spans; INTERNAL if calls are recorded as events
 * @param expected the exceptions that the annotation declares as expected, which are not errors
 */
public record SiteInfo(
    String name,
    @Nullable String function,
    SpanKind kind,
    List<Class<? extends Throwable>> expected) {

  /**
   * Creates an identity.
   *
   * @param name the name
   * @param function the function, or null
   * @param kind the kind
   * @param expected the expected exceptions, which are copied
   */
  public SiteInfo {
    expected = List.copyOf(expected);
  }

  /**
   * Returns whether an exception is expected.
   *
   * @param error the exception
   * @return true if it is an instance of an expected exception
   */
  public boolean isExpected(Throwable error) {
    return expected.stream().anyMatch(type -> type.isInstance(error));
  }
}
