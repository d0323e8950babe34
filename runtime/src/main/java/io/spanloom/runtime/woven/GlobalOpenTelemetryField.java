package io.spanloom.runtime.woven;

import io.opentelemetry.api.GlobalOpenTelemetry;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * The field that holds the global instance, for versions of the OpenTelemetry API before 1.57. They
 * have no {@code isSet}, and their {@code get} sets a no-op instance permanently if none is set.
 */
final class GlobalOpenTelemetryField {

  private static final String NAME = "globalOpenTelemetry";

  /** Null if the field cannot be read. */
  private static final @Nullable VarHandle HANDLE = find();

  private GlobalOpenTelemetryField() {}

  private static @Nullable VarHandle find() {
    try {
      return MethodHandles.privateLookupIn(GlobalOpenTelemetry.class, MethodHandles.lookup())
          .unreflectVarHandle(GlobalOpenTelemetry.class.getDeclaredField(NAME));
    } catch (ReflectiveOperationException | RuntimeException unreadable) {
      RuntimeLog.log(
          Level.WARNING,
          "Spanloom cannot tell whether GlobalOpenTelemetry is set in this version of"
              + " opentelemetry-api and does not use it. Use opentelemetry-api 1.57 or later, or"
              + " pass the OpenTelemetry instance to Spans.install.",
          unreadable);
      return null;
    }
  }

  /** Returns whether the global instance is set; false if the field cannot be read. */
  static boolean isSet() {
    if (HANDLE == null) {
      return false;
    }
    Object global = HANDLE.getVolatile();
    return global != null;
  }
}
