package io.spanloom.runtime;

/** An OpenTelemetry instance that {@link Spans#install} has installed. Thread-safe. */
public interface Installation extends AutoCloseable {

  /**
   * Uninstalls the instance. New spans are created with the instance that was installed most
   * recently among the remaining ones, or else with the global instance. Running spans end
   * normally. Repeated calls have no effect.
   */
  @Override
  void close();
}
