package io.spanloom.runtime.woven;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The futures of AI calls that have not completed. A {@link CompletableFuture} notifies those that
 * were added last first, so that the span of a caller that returns the future, or one that depends
 * on it, ends before the AI call does, and before {@link PrivateErrors} contains the exception.
 * Safe for use by multiple threads.
 */
final class PrivateFutures {

  private static final Set<Reference<CompletableFuture<?>>> PENDING = ConcurrentHashMap.newKeySet();

  /** The references to futures that never completed. */
  private static final ReferenceQueue<CompletableFuture<?>> UNREACHABLE = new ReferenceQueue<>();

  private PrivateFutures() {}

  /**
   * Adds the result of a call until it completes, if its exceptions are private.
   *
   * @return the result
   */
  static <R extends @Nullable Object> R add(TracedSite site, R result) {
    if (result instanceof CompletableFuture<?> future
        && site instanceof SpanSite ai
        && ai.hidesMessages()) {
      removeUnreachable();
      Reference<CompletableFuture<?>> pending = new WeakReference<>(future, UNREACHABLE);
      PENDING.add(pending);
      var unused = future.whenComplete((value, error) -> PENDING.remove(pending));
    }
    return result;
  }

  private static void removeUnreachable() {
    for (Reference<?> next = UNREACHABLE.poll(); next != null; next = UNREACHABLE.poll()) {
      PENDING.remove(next);
    }
  }

  static boolean isEmpty() {
    return PENDING.isEmpty();
  }

  /** Returns whether an AI call, whose future has just completed, failed with an exception. */
  static boolean failedWith(Throwable error) {
    for (Reference<CompletableFuture<?>> each : PENDING) {
      CompletableFuture<?> future = each.get();
      if (future != null && future.isCompletedExceptionally() && failure(future) == error) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Throwable failure(CompletableFuture<?> future) {
    try {
      future.getNow(null);
      return null;
    } catch (CompletionException failure) {
      return DeferredEnd.unwrap(failure);
    } catch (CancellationException cancelled) {
      return cancelled;
    }
  }
}
