package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * Gives {@code io.spanloom.runtime.workflow} access to the package-private classes of this package.
 * Not called by programs or by woven code. Safe for use by multiple threads.
 */
public final class WorkflowControl {

  /** The key of the attribute that selects the run of a call. */
  public static final AttributeKey<String> RUN_ID = AttributeKeys.RUN_ID;

  private WorkflowControl() {}

  /**
   * Starts a step that has no call. Never throws.
   *
   * @param name the step's name
   * @param attributes the step's attributes
   */
  public static void startStep(String name, Attributes attributes) {
    ManualSteps.start(name, attributes);
  }

  /**
   * Ends a step that has no call. Never throws.
   *
   * @param name the step's name
   * @param error the exception that the step failed with, or null if it succeeded
   * @param attributes the attributes of the step's end
   */
  public static void endStep(String name, @Nullable Throwable error, Attributes attributes) {
    ManualSteps.end(name, error, attributes);
  }
}
