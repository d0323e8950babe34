package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.runtime.woven.SpanSettings.BaggageEntry;
import io.spanloom.runtime.woven.SpanSettings.ExceptionDetail;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds {@link SpanSettings}; used by one thread. */
final class SpanSettingsBuilder {

  private final String name;
  private SpanKind kind = SpanKind.INTERNAL;
  private boolean root;
  private boolean perSubscription;
  private boolean step;
  private ExceptionDetail exceptions = ExceptionDetail.FULL;
  private final List<Class<? extends Throwable>> expected = new ArrayList<>();
  private final List<BaggageEntry> baggage = new ArrayList<>();
  private final List<TypedAttribute<?>> constants = new ArrayList<>();
  private @Nullable AiSettings ai;

  SpanSettingsBuilder(String name) {
    this.name = name;
  }

  SpanSettingsBuilder(SpanSettings settings) {
    name = settings.name();
    kind = settings.kind();
    root = settings.root();
    perSubscription = settings.perSubscription();
    step = settings.step();
    exceptions = settings.exceptions();
    expected.addAll(settings.expected());
    baggage.addAll(settings.baggage());
    constants.addAll(settings.constants());
    ai = settings.ai();
  }

  /**
   * Returns a builder for a method.
   *
   * @param name the name of the spans, or null for the simple names of the class and the method
   * @param function the method's fully qualified name
   */
  static SpanSettingsBuilder of(@Nullable String name, String function) {
    return new SpanSettingsBuilder(name == null ? simpleName(function) : name)
        .constant(AttributeKeys.CODE_FUNCTION_NAME, function);
  }

  /** Returns {@code Nested.place} for {@code shop.Orders$Nested.place}. */
  private static String simpleName(String function) {
    int method = function.lastIndexOf('.');
    int packages = function.lastIndexOf('.', method - 1);
    int outerClass = function.lastIndexOf('$', method - 1);
    return function.substring(Math.max(packages, outerClass) + 1);
  }

  SpanSettingsBuilder kind(SpanKind value) {
    kind = value;
    return this;
  }

  SpanSettingsBuilder root() {
    root = true;
    return this;
  }

  SpanSettingsBuilder perSubscription() {
    perSubscription = true;
    return this;
  }

  SpanSettingsBuilder step() {
    step = true;
    return this;
  }

  /** Records of an exception no more than the given details. */
  SpanSettingsBuilder limitExceptions(ExceptionDetail limit) {
    if (exceptions.compareTo(limit) < 0) {
      exceptions = limit;
    }
    return this;
  }

  SpanSettingsBuilder agentCompatible() {
    exceptions = ExceptionDetail.AGENT_COMPATIBLE;
    return this;
  }

  SpanSettingsBuilder expect(Class<? extends Throwable> type) {
    expected.add(type);
    return this;
  }

  SpanSettingsBuilder baggage(String entry, AttributeKey<String> key) {
    baggage.add(new BaggageEntry(entry, key));
    return this;
  }

  /** Adds an attribute that is the same on each span, unless its value is null. */
  <T> SpanSettingsBuilder constant(AttributeKey<T> key, @Nullable T value) {
    if (value != null) {
      constants.add(new TypedAttribute<>(key, value));
    }
    return this;
  }

  SpanSettingsBuilder ai(AiSettings settings) {
    ai = settings;
    constants.addAll(settings.constants());
    return settings.recordsMessages() ? this : limitExceptions(ExceptionDetail.WITHOUT_MESSAGES);
  }

  SpanSettings build() {
    return new SpanSettings(
        name,
        kind,
        root,
        perSubscription,
        step,
        exceptions,
        List.copyOf(expected),
        List.copyOf(baggage),
        List.copyOf(constants),
        ai);
  }

  SpanSite buildSite() {
    return new SpanSite(build());
  }
}
