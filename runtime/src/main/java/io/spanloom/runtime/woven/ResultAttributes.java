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
   * Reads the response of an AI call. Called at most once, before {@link #read}, by the same
   * thread.
   *
   * @param result the value, never null
   * @param ai the collector of what the response reveals
   */
  default void readResponse(T result, AiResult ai) {}
}
