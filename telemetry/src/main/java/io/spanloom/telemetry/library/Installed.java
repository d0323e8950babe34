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
final class Installed<T> {

  private final Function<OpenTelemetry, T> maker;
  private volatile @Nullable T made;

  /**
   * Makes something later.
   *
   * @param given what to make it with, or null for the global one
   * @param maker makes it, once
   */
  Installed(@Nullable OpenTelemetry given, Function<OpenTelemetry, T> maker) {
    this.maker = maker;
    if (given != null) {
      made = make(given);
    }
  }

  /** Returns what was made, or null while nothing is registered. */
  @Nullable T get() {
    T known = made;
    return known != null || !GlobalOpenTelemetry.isSet() ? known : makeOnce();
  }

  private synchronized T makeOnce() {
    T known = made;
    if (known == null) {
      known = make(GlobalOpenTelemetry.get());
      made = known;
    }
    return known;
  }

  private T make(OpenTelemetry openTelemetry) {
    StableNames.choose();
    return maker.apply(openTelemetry);
  }
}
