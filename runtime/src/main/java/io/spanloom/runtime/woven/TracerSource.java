package io.spanloom.runtime.woven;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.spanloom.runtime.Installation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tracer that creates the spans, its sampler's treatment of dropped parents, and the
 * propagators of the same OpenTelemetry instance.
 *
 * <p>The OpenTelemetry instance that was installed last takes precedence over those installed
 * before, and over {@link GlobalOpenTelemetry}. The global instance is read only once one is set,
 * because reading it earlier would set a no-op instance permanently. Since even {@code isSet} takes
 * a lock, look-ups are rare: on the first calls of each site, and then as {@link LookupThrottle}
 * permits.
 *
 * @param tracer the tracer
 * @param samplerFollowsParent whether the sampler drops every child of a dropped span
 * @param propagators the propagators
 * @param global the global instance that supplied the tracer, or null if none did
 * @param installed whether the program installed the instance that supplied the tracer
 */
record TracerSource(
    Tracer tracer,
    boolean samplerFollowsParent,
    ContextPropagators propagators,
    @Nullable OpenTelemetry global,
    boolean installed) {

  /** The name of the instrumentation scope of all spans. */
  static final String SCOPE_NAME = "io.spanloom";

  /** Declares that the sampler of the global instance follows its parent. */
  private static final BooleanSetting FOLLOWS_PARENT =
      BooleanSetting.of("spanloom.sampler.follows-parent");

  private static final BooleanSetting AUTOCONFIGURE =
      BooleanSetting.of("otel.java.global-autoconfigure.enabled");

  private static final TracerSource NONE = of(OpenTelemetry.noop(), false, null, false);

  /** The sources of the open installations, the most recent last; guarded by the class. */
  private static final Map<Installation, TracerSource> INSTALLED = new LinkedHashMap<>();

  private static volatile TracerSource current = NONE;

  static TracerSource current() {
    return current;
  }

  static synchronized Installation install(
      OpenTelemetry openTelemetry, boolean samplerFollowsParent) {
    Installation installation =
        new Installation() {
          @Override
          public void close() {
            uninstall(this);
          }
        };
    current = of(openTelemetry, samplerFollowsParent, null, true);
    INSTALLED.put(installation, current);
    return installation;
  }

  private static synchronized void uninstall(Installation installation) {
    if (INSTALLED.remove(installation) != null) {
      current = INSTALLED.values().stream().reduce(NONE, (earlier, later) -> later);
    }
  }

  static synchronized void uninstall() {
    INSTALLED.clear();
    current = NONE;
  }

  /** Looks up the source for a traced call, and logs once if there is none. */
  static TracerSource refreshed() {
    TracerSource source = lookUp();
    if (!source.installed && source.global == null) {
      MissingSdk.report();
    }
    return source;
  }

  /** Looks up the global instance, unless one is installed, and returns the current source. */
  static TracerSource lookUp() {
    if (!current.installed) {
      AutoStart.start();
    }
    TracerSource known = current;
    if (known.installed) {
      return known;
    }
    if (!NewerApi.isGlobalSet() && !AUTOCONFIGURE.isOn()) {
      return known.global == null ? known : replace(NONE);
    }
    OpenTelemetry global = GlobalOpenTelemetry.get();
    return global == known.global
        ? known
        : replace(of(global, FOLLOWS_PARENT.isOn(), global, false));
  }

  private static synchronized TracerSource replace(TracerSource next) {
    if (!current.installed) {
      current = next;
    }
    return current;
  }

  private static TracerSource of(
      OpenTelemetry openTelemetry,
      boolean samplerFollowsParent,
      @Nullable OpenTelemetry global,
      boolean installed) {
    return new TracerSource(
        openTelemetry.getTracer(SCOPE_NAME, ProjectVersion.VALUE),
        samplerFollowsParent,
        openTelemetry.getPropagators(),
        global,
        installed);
  }
}
