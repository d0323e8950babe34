package io.spanloom.telemetry.library;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is made with the program's OpenTelemetry once there is one. A client or a pool is often a
 * constant that is there before the SDK is started, and asking {@link GlobalOpenTelemetry} too
 * early would register a no-op for good. Safe for many threads.
 *
 * @param <T> what is made
 */
public final class LazyInstrumentation<T> {

  private final Function<OpenTelemetry, T> maker;
  private volatile @Nullable T made;
  private volatile boolean failed;

  /**
   * Makes something later.
   *
   * @param given what to make it with, or null for the global one
   * @param maker makes it, once
   */
  public LazyInstrumentation(@Nullable OpenTelemetry given, Function<OpenTelemetry, T> maker) {
    this.maker = maker;
    if (given != null) {
      made = make(given);
    }
  }

  /** Returns what was made, or null while nothing is registered and where making it failed. */
  public @Nullable T get() {
    T known = made;
    return known != null || failed || !GlobalOpenTelemetry.isSet() ? known : makeOnce();
  }

  private synchronized @Nullable T makeOnce() {
    if (made == null && !failed) {
      made = make(GlobalOpenTelemetry.get());
    }
    return made;
  }

  private @Nullable T make(OpenTelemetry openTelemetry) {
    try {
      StableNames.choose();
      return maker.apply(openTelemetry);
    } catch (RuntimeException | LinkageError failure) {
      failed = true;
      InstrumentationFailures.swallow("Making the instrumentation of a library", failure);
      return null;
    }
  }
}
