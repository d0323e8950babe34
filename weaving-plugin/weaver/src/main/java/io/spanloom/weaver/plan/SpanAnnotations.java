package io.spanloom.weaver.plan;

import java.util.Set;

/** The annotations of Spanloom that create spans or events. */
final class SpanAnnotations {

  private static final Set<String> DESCRIPTORS =
      Set.of(
          "Lio/spanloom/Traced;",
          "Lio/spanloom/Workflow;",
          "Lio/spanloom/WorkflowStep;",
          "Lio/spanloom/AICall;");

  private SpanAnnotations() {}

  /** Returns whether a method with an annotation of the given type descriptor must be woven. */
  static boolean contains(String descriptor) {
    return DESCRIPTORS.contains(descriptor);
  }
}
