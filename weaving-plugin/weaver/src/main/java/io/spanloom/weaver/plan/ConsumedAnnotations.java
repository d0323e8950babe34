package io.spanloom.weaver.plan;

import java.util.Set;
import org.objectweb.asm.Type;

/**
 * OpenTelemetry's own annotations, which a woven method has had its span for. They are taken off
 * it, since OpenTelemetry's agent, or a framework, would make a second one of them.
 */
public final class ConsumedAnnotations {

  private static final String ADDING =
      "io.opentelemetry.instrumentation.annotations.AddingSpanAttributes";
  private static final Set<String> NAMES =
      Set.of("io.opentelemetry.instrumentation.annotations.WithSpan", ADDING);

  private ConsumedAnnotations() {}

  public static boolean isSpent(String annotation) {
    return NAMES.contains(annotation);
  }

  /** Whether an annotation makes no span, so that its method is reached by one advice alone. */
  public static boolean addsOnly(String annotation) {
    return annotation.equals(ADDING);
  }

  public static boolean isSpentDescriptor(String descriptor) {
    return isSpent(Type.getType(descriptor).getClassName());
  }
}
