package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.ReadableSpan;
import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** Asserts that the garbage collector can free an object. */
public final class Unreachable {

  private static final int ATTEMPTS = 50;
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

  private Unreachable() {}

  /** Creates an object and asserts that nothing else refers to it. */
  static void assertCollected(ThrowingSupplier<?> object) throws Throwable {
    assertCollected(new WeakReference<>(object.get()));
  }

  /** Asserts that nothing refers to an object. */
  public static void assertCollected(WeakReference<?> reference) {
    for (int i = 0; i < ATTEMPTS && reference.get() != null; i++) {
      System.gc();
    }
    assertThat(reference.get()).isNull();
  }

  /** Asserts that a span ends once its object has been collected. */
  static void assertEnds(ReadableSpan span) {
    collectUntil(span::hasEnded);
    assertThat(span.hasEnded()).isTrue();
  }

  /** Collects garbage until a condition holds, or the limit of time is reached. */
  static void collectUntil(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean() && System.nanoTime() - start < LIMIT_NANOS) {
      System.gc();
    }
  }
}
