package io.spanloom.runtime.woven;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sites that are switched on or off. Immutable: each change creates a new instance, so that
 * sites can cache their state together with the instance that defines it.
 */
final class TracingSwitches {

  private static final TracingSwitches ALL_ON = new TracingSwitches(true, Map.of());

  private static final String WILDCARD = "*";

  private static volatile TracingSwitches current = parse(RuntimeSettings.get("spanloom.disabled"));

  private final boolean onByDefault;

  /** The states of packages, types and methods by name, in which a dot replaces {@code $}. */
  private final Map<String, Boolean> byName;

  private TracingSwitches(boolean onByDefault, Map<String, Boolean> byName) {
    this.onByDefault = onByDefault;
    this.byName = byName;
  }

  static TracingSwitches current() {
    return current;
  }

  /** Returns whether this is the initial state, in which everything is on. A fast path. */
  boolean isAllOn() {
    return this == ALL_ON;
  }

  static synchronized void switchAll(boolean on) {
    current = on ? ALL_ON : new TracingSwitches(false, Map.of());
  }

  static synchronized void switchNamed(String name, boolean on) {
    current = current.with(name, on);
  }

  /** Parses a comma-separated list of names that are switched off. */
  static TracingSwitches parse(@Nullable String disabled) {
    TracingSwitches result = ALL_ON;
    if (disabled != null) {
      for (String name : disabled.split(",", -1)) {
        result = result.with(name, false);
      }
    }
    return result;
  }

  private TracingSwitches with(String name, boolean on) {
    String key = name.trim().replace('$', '.');
    if (key.isEmpty()) {
      return this;
    }
    if (key.equals(WILDCARD)) {
      return new TracingSwitches(on, byName);
    }
    Map<String, Boolean> names = new HashMap<>(byName);
    names.put(key, on);
    return new TracingSwitches(onByDefault, Map.copyOf(names));
  }

  /**
   * Returns the state of a function: that of the longest name that is equal to the function's name
   * or to that of an enclosing type or package.
   *
   * @param function {@code code.function.name}, or null for code that belongs to no method
   */
  boolean isOn(@Nullable String function) {
    if (function == null) {
      return onByDefault;
    }
    String name = function.replace('$', '.');
    while (true) {
      Boolean on = byName.get(name);
      if (on != null) {
        return on;
      }
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        return onByDefault;
      }
      name = name.substring(0, dot);
    }
  }
}
