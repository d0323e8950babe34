package io.spanloom.runtime.woven;

import org.jspecify.annotations.Nullable;

/** Remembers whether one site is switched on. */
final class SiteSwitch {

  /** A race only causes another evaluation of the switches. */
  private @Nullable State state;

  /**
   * The state of the site as some switches define it.
   *
   * @param switches the switches
   * @param on whether the site is switched on
   */
  private record State(TracingSwitches switches, boolean on) {}

  /** Returns whether the switches, which do not switch all sites on, switch on this one. */
  boolean isOn(TracingSwitches switches, @Nullable String function) {
    State known = state;
    if (known == null || known.switches != switches) {
      known = new State(switches, switches.isOn(function));
      state = known;
    }
    return known.on;
  }
}
