package io.spanloom.runtime.woven;

/**
 * Reads what a result tells of the call that it comes from.
 *
 * @param <T> the type of the result
 */
public interface ResultAttributes<T> {

  /**
   * Sets the attributes; called once, by the thread that completes the result. What it throws costs
   * the attributes that it has not yet set, and nothing else.
   *
   * @param result the result, never null
   * @param end the span of the call, which ends right after
   */
  void read(T result, RecordingSpan end);
}
