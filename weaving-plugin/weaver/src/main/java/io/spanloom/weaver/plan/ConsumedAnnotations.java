package io.spanloom.weaver.plan;

import java.util.Set;
import org.objectweb.asm.Type;

/**
 * OpenTelemetry's annotations. The weaver removes them from a woven method, because OpenTelemetry's
 * agent or a framework would create a second span for them.
 */
public final class ConsumedAnnotations {

  private static final String ADDING_SPAN_ATTRIBUTES =
      "io.opentelemetry.instrumentation.annotations.AddingSpanAttributes";
  private static final Set<String> NAMES =
      Set.of("io.opentelemetry.instrumentation.annotations.WithSpan", ADDING_SPAN_ATTRIBUTES);

  private ConsumedAnnotations() {}

  /** Returns whether the weaver removes the annotation with a binary name. */
  static boolean isConsumed(String annotation) {
    return NAMES.contains(annotation);
  }

  /** Returns whether an annotation creates no span, so that a single advice suffices. */
  static boolean addsAttributesOnly(String annotation) {
    return annotation.equals(ADDING_SPAN_ATTRIBUTES);
  }

  /** Returns whether the weaver removes the annotation with a type descriptor. */
  public static boolean isConsumedDescriptor(String descriptor) {
    return isConsumed(Type.getType(descriptor).getClassName());
  }
}
