package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** Asserts that the garbage collector can free an object. */
final class Unreachable {

  private static final int ATTEMPTS = 50;

  private Unreachable() {}

  /** Creates an object and asserts that nothing else refers to it. */
  static void assertCollected(ThrowingSupplier<?> object) throws Throwable {
    WeakReference<Object> reference = new WeakReference<>(object.get());
    for (int i = 0; i < ATTEMPTS && reference.get() != null; i++) {
      System.gc();
    }
    assertThat(reference.get()).isNull();
  }
}
