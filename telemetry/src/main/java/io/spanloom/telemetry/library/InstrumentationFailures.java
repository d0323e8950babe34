package io.spanloom.telemetry.library;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/** Where the failures of this package end: each is said once, the program sees none. */
public final class InstrumentationFailures {

  private static final Logger LOGGER = Logger.getLogger("io.spanloom.telemetry.library");
  private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

  private InstrumentationFailures() {}

  /** Says a sentence. */
  public static void say(String sentence) {
    LOGGER.warning(sentence);
  }

  private static String words(Throwable failure) {
    try {
      return failure.toString();
    } catch (RuntimeException unreadable) {
      return failure.getClass().getName();
    }
  }

  /**
   * Says that something failed, unless that was said before.
   *
   * @param doing what failed, such as {@code "starting the span of a request"}
   * @param failure what was thrown
   */
  public static void swallow(String doing, Throwable failure) {
    if (SAID.add(doing + failure.getClass().getName())) {
      say(
          doing
              + " failed with "
              + words(failure)
              + "; the program goes on without. Said once per kind.");
    }
  }
}
