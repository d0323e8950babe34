package io.spanloom.runtime.woven;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.spanloom.runtime.Installation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives {@link io.spanloom.runtime.Spans} access to the package-private classes of this package.
 * Not called by programs or by woven code. Safe for use by multiple threads.
 */
public final class RuntimeControl {

  private RuntimeControl() {}

  /**
   * Returns a site of INTERNAL spans that belongs to no method.
   *
   * @param name the name of the spans
   * @return the site
   */
  public static SpanSite site(String name) {
    return new SpanSettingsBuilder(name).buildSite();
  }

  /**
   * Ends a call that returned. If the result is deferred, the call ends when the result completes.
   * Never throws.
   *
   * @param site the site of the call
   * @param result the result, which may be null
   */
  public static void end(TracedSite site, @Nullable Object result) {
    DeferredCalls.endWith(site, result);
  }

  /**
   * Adds an event to the current span if that span is recording. Never throws.
   *
   * @param name the event's name
   * @param attributes the event's attributes
   */
  public static void addEvent(String name, Attributes attributes) {
    try {
      if (TracingSwitches.current().isOn(null)) {
        Span.current().addEvent(name, attributes);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("adding an event", failure);
    }
  }

  /**
   * Creates all new spans with the given OpenTelemetry instance.
   *
   * @param openTelemetry the instance that supplies the tracer
   * @param samplerFollowsParent whether its sampler drops every child of a dropped span
   * @return the installation
   */
  public static Installation install(OpenTelemetry openTelemetry, boolean samplerFollowsParent) {
    return TracerSource.install(openTelemetry, samplerFollowsParent);
  }

  /**
   * Returns whether a {@link io.opentelemetry.api.GlobalOpenTelemetry} is set, without setting one.
   * Supports API versions that have no {@code isSet}.
   *
   * @return true if one is set
   */
  public static boolean isGlobalSet() {
    return NewerApi.isGlobalSet();
  }

  /**
   * Suppresses the message that no OpenTelemetry is registered. Called by a starter that has logged
   * why it registers none.
   */
  public static void suppressMissingSdkMessage() {
    MissingSdk.suppress();
  }

  /**
   * Records the durations of calls as a metric.
   *
   * @param openTelemetry the instance that supplies the meter
   * @return whether durations are recorded; false if the instance records no metrics
   */
  public static boolean installDurations(OpenTelemetry openTelemetry) {
    return DurationListener.install(openTelemetry);
  }

  /** Reverts {@link #installDurations}. */
  public static void uninstallDurations() {
    DurationListener.uninstall();
  }

  /**
   * Writes the current context to a carrier. Never throws.
   *
   * @param <C> the type of the carrier
   * @param carrier the carrier
   * @param setter sets a header of the carrier
   */
  public static <C> void inject(C carrier, TextMapSetter<C> setter) {
    HeaderPropagation.inject(carrier, setter);
  }

  /**
   * Reads a context from a carrier. Never throws.
   *
   * @param <C> the type of the carrier
   * @param carrier the carrier
   * @param getter reads a header of the carrier
   * @return the current context, with the span and the baggage in the carrier
   */
  public static <C> Context extract(C carrier, TextMapGetter<C> getter) {
    return HeaderPropagation.extract(carrier, getter);
  }

  /**
   * Reads a context from headers. Never throws.
   *
   * @param headers the headers
   * @return the current context, with the span and the baggage in the headers
   */
  public static Context extract(Map<?, ?> headers) {
    return HeaderPropagation.extract(headers, HeaderGetter.INSTANCE);
  }

  /** Closes all installations. */
  public static void uninstall() {
    TracerSource.uninstall();
  }

  /**
   * Switches all sites on or off, and discards the settings for names.
   *
   * @param on whether calls are traced
   */
  public static void switchAll(boolean on) {
    TracingSwitches.switchAll(on);
  }

  /**
   * Switches the sites of a package, type or method on or off.
   *
   * @param name a package, a type's binary name, or a method's {@code code.function.name}
   * @param on whether calls are traced
   */
  public static void switchNamed(String name, boolean on) {
    TracingSwitches.switchNamed(name, on);
  }
}
