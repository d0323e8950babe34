package io.spanloom.runtime.woven;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * The tracer that spans are made with, and what is known of its sampler.
 *
 * <p>What the program installed counts first. Otherwise it is {@link GlobalOpenTelemetry}, once
 * something is registered there: asking for it earlier would register a no-op for good. Since even
 * the question takes a lock, it is put rarely: on the first calls of each site, and then in {@link
 * LookupThrottle}.
 *
 * @param tracer makes the spans
 * @param samplerFollowsParent whether a child of a dropped span is known to be dropped as well
 * @param global what the tracer was taken from, where that was {@link GlobalOpenTelemetry}
 * @param installed whether the program itself chose it
 */
record TracerSource(
    Tracer tracer,
    boolean samplerFollowsParent,
    @Nullable OpenTelemetry global,
    boolean installed) {

  /** The name of the instrumentation scope of every span made by Spanloom. */
  static final String SCOPE_NAME = "io.spanloom";

  /** The version of that scope; a test compares it with the version of the build. */
  static final String VERSION = "0.1.0-SNAPSHOT";

  /** Says of a sampler that only the program knows that it follows its parent. */
  private static final BooleanSetting FOLLOWS_PARENT =
      BooleanSetting.of("spanloom.sampler.follows-parent");

  private static final BooleanSetting AUTOCONFIGURE =
      BooleanSetting.of("otel.java.global-autoconfigure.enabled");

  private static final TracerSource NONE =
      new TracerSource(tracerOf(OpenTelemetry.noop()), false, null, false);

  private static volatile TracerSource current = NONE;

  static TracerSource current() {
    return current;
  }

  static void install(OpenTelemetry openTelemetry, boolean samplerFollowsParent) {
    current = new TracerSource(tracerOf(openTelemetry), samplerFollowsParent, null, true);
  }

  static void uninstall() {
    current = NONE;
  }

  /** Looks whether another OpenTelemetry was registered since, and returns what counts now. */
  static TracerSource refreshed() {
    if (!current.installed) {
      AutoStart.start();
    }
    TracerSource known = current;
    if (known.installed) {
      return known;
    }
    if (!GlobalOpenTelemetry.isSet() && !AUTOCONFIGURE.isOn()) {
      return known.global == null ? known : replace(NONE);
    }
    OpenTelemetry global = GlobalOpenTelemetry.get();
    return global == known.global
        ? known
        : replace(new TracerSource(tracerOf(global), FOLLOWS_PARENT.isOn(), global, false));
  }

  private static synchronized TracerSource replace(TracerSource next) {
    if (!current.installed) {
      current = next;
    }
    return current;
  }

  private static Tracer tracerOf(OpenTelemetry openTelemetry) {
    return openTelemetry.getTracer(SCOPE_NAME, VERSION);
  }
}
