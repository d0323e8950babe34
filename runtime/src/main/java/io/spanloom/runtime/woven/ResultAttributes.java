package io.spanloom.runtime.woven;

/**
 * Sets attributes that the value of a deferred result supplies.
 *
 * @param <T> the type of the value
 */
public interface ResultAttributes<T> {

  /**
   * Sets the attributes. Called once, by the thread that completes the result. If it throws, the
   * attributes that it has not set yet are missing.
   *
   * @param result the value, never null
   * @param span the call's span, which ends right afterwards
   */
  void read(T result, RecordingSpan span);

  /**
   * Reads the response of an AI call: the value of a deferred result, before {@link #read} is
   * called by the same thread, or each chunk of a stream, one after the other.
   *
   * @param result the value, never null
   * @param ai the collector of the response's values
   */
  default void readResponse(T result, AiResult ai) {}
}
