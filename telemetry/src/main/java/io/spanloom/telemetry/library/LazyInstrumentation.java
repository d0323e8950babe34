package io.spanloom.telemetry.library;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.runtime.woven.RuntimeControl;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An instrumentation that is created once an OpenTelemetry is registered. Clients and pools are
 * often constants that exist before the SDK starts, and calling {@link GlobalOpenTelemetry#get()}
 * too early would register a no-op permanently. Thread-safe.
 *
 * @param <T> the type of the instrumentation
 */
public final class LazyInstrumentation<T> {

  private final String name;
  private final Function<OpenTelemetry, T> factory;
  private volatile @Nullable T instance;
  private volatile boolean failed;

  /**
   * Creates the instrumentation now if an OpenTelemetry is given, else on a later {@link #get()}.
   *
   * @param name the name for the log, such as {@code "JDBC"}
   * @param openTelemetry the OpenTelemetry to use, or null for the global one
   * @param factory creates the instrumentation; called at most once
   */
  public LazyInstrumentation(
      String name, @Nullable OpenTelemetry openTelemetry, Function<OpenTelemetry, T> factory) {
    this.name = name;
    this.factory = factory;
    if (openTelemetry != null) {
      instance = create(openTelemetry);
    }
  }

  /** Returns the instrumentation, or null if no SDK is registered yet or creating it failed. */
  public @Nullable T get() {
    T known = instance;
    return known != null || failed || !RuntimeControl.isGlobalSet() ? known : createOnce();
  }

  private synchronized @Nullable T createOnce() {
    if (instance == null && !failed) {
      instance = create(GlobalOpenTelemetry.get());
    }
    return instance;
  }

  private @Nullable T create(OpenTelemetry openTelemetry) {
    try {
      StableNames.choose();
      LinkageError mismatch = InstrumentationApi.mismatch();
      if (mismatch == null) {
        return factory.apply(openTelemetry);
      }
      InstrumentationFailures.warnOnce(
          "The "
              + name
              + " instrumentation is disabled, because the versions of OpenTelemetry on the class"
              + " path do not match ("
              + mismatch
              + "). Import io.opentelemetry.instrumentation:opentelemetry-instrumentation-bom-alpha"
              + " before any other BOM that manages OpenTelemetry.");
    } catch (RuntimeException | LinkageError failure) {
      InstrumentationFailures.logOnce("Creating the " + name + " instrumentation", failure);
    }
    failed = true;
    return null;
  }
}
