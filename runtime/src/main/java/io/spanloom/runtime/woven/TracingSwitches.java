package io.spanloom.runtime.woven;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is switched off. Sites keep the answer with the switches that gave it, so that a call asks
 * only after something was switched.
 */
final class TracingSwitches {

  /** The answer that costs least: nothing was ever switched. */
  private static final TracingSwitches UNTOUCHED = new TracingSwitches(true, Map.of());

  private static final String EVERYTHING = "*";

  private static volatile TracingSwitches current =
      parse(RuntimeSettings.text("spanloom.disabled"));

  private final boolean otherwise;

  /** Whether what is so named is on, {@code $} written as a dot. */
  private final Map<String, Boolean> named;

  private TracingSwitches(boolean otherwise, Map<String, Boolean> named) {
    this.otherwise = otherwise;
    this.named = named;
  }

  static TracingSwitches current() {
    return current;
  }

  /** Returns whether nothing was switched; asked first, since that is the usual case. */
  boolean untouched() {
    return this == UNTOUCHED;
  }

  static synchronized void switchAll(boolean on) {
    current = on ? UNTOUCHED : new TracingSwitches(false, Map.of());
  }

  static synchronized void switchNamed(String name, boolean on) {
    current = current.with(name, on);
  }

  /** Reads a list of names between commas. */
  static TracingSwitches parse(@Nullable String disabled) {
    TracingSwitches result = UNTOUCHED;
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
    if (key.equals(EVERYTHING)) {
      return new TracingSwitches(on, named);
    }
    Map<String, Boolean> more = new HashMap<>(named);
    more.put(key, on);
    return new TracingSwitches(otherwise, Map.copyOf(more));
  }

  /**
   * Returns what the longest name says that is the function's own or that of a type or package
   * around it.
   *
   * @param function {@code code.function.name}, or null where there is none
   */
  boolean isOn(@Nullable String function) {
    if (function == null) {
      return otherwise;
    }
    String name = function.replace('$', '.');
    while (true) {
      Boolean on = named.get(name);
      if (on != null) {
        return on;
      }
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        return otherwise;
      }
      name = name.substring(0, dot);
    }
  }
}
