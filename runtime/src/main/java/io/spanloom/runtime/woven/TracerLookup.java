package io.spanloom.runtime.woven;

/** Finds the source of the tracer for the calls of one site. */
final class TracerLookup {

  /** First calls of a site that all look up the tracer; later ones do so when throttled. */
  private static final int INITIAL_LOOKUPS = 256;

  /** A race only causes another look-up. */
  private int lookups;

  /** Returns the source of the tracer for a call that begins now. */
  TracerSource source() {
    TracerSource known = TracerSource.current();
    return known.installed() || (lookups >= INITIAL_LOOKUPS && !LookupThrottle.tryAcquire())
        ? known
        : lookUp();
  }

  private TracerSource lookUp() {
    if (lookups < INITIAL_LOOKUPS) {
      lookups++;
    }
    return TracerSource.refreshed();
  }
}
