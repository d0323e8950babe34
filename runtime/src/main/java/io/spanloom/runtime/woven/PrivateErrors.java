package io.spanloom.runtime.woven;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The latest exceptions that left AI calls. Their messages may quote a prompt or a response, so the
 * spans around such a call do not record them either. Safe for use by multiple threads.
 */
final class PrivateErrors {

  private static final int SIZE = 64;
  private static final int MAX_CAUSES = 16;

  private static final AtomicReferenceArray<@Nullable WeakReference<Throwable>> LATEST =
      new AtomicReferenceArray<>(SIZE);
  private static final AtomicInteger NEXT = new AtomicInteger();

  private PrivateErrors() {}

  static void add(Throwable error) {
    if (!anyCause(error, PrivateErrors::isLatest)) {
      LATEST.set(Math.floorMod(NEXT.getAndIncrement(), SIZE), new WeakReference<>(error));
    }
  }

  /** Returns whether an exception or one of its causes left an AI call. */
  static boolean contains(Throwable error) {
    boolean none = NEXT.get() == 0 && PrivateFutures.isEmpty();
    return !none && anyCause(error, cause -> isLatest(cause) || PrivateFutures.failedWith(cause));
  }

  private static boolean anyCause(Throwable error, Predicate<Throwable> condition) {
    @Nullable Throwable cause = error;
    for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
      if (condition.test(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isLatest(Throwable error) {
    for (int i = 0; i < SIZE; i++) {
      WeakReference<Throwable> latest = LATEST.get(i);
      if (latest != null && latest.refersTo(error)) {
        return true;
      }
    }
    return false;
  }
}
