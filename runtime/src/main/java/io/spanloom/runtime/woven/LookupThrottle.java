package io.spanloom.runtime.woven;

/**
 * Whose turn it is to ask for the tracer: every 256th call's of a thread. Counted in a table and
 * not in a thread-local, since a look there costs as much as all the rest of a call that makes
 * nothing, and would give each virtual thread state of its own. Threads may share a place, and
 * races there only make the turn come sooner or later.
 */
final class LookupThrottle {

  private static final int EVERY = 256;

  /** A power of two. */
  private static final int PLACES = 128;

  /** Integers from place to place, so that no two are in one line of a processor's cache. */
  private static final int APART = 16;

  private static final int[] LEFT = new int[PLACES * APART];

  private LookupThrottle() {}

  /** Counts a call and returns whether it is to ask. */
  static boolean mine() {
    int place = ((int) Thread.currentThread().getId() & (PLACES - 1)) * APART;
    int left = LEFT[place] - 1;
    LEFT[place] = left;
    return left < 0 && again(place);
  }

  private static boolean again(int place) {
    LEFT[place] = EVERY - 1;
    return true;
  }
}
