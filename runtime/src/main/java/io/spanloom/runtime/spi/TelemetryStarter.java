package io.spanloom.runtime.spi;

import io.spanloom.runtime.Spans;

/**
 * Starts telemetry at the first traced call of a program that does not start it itself.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader}; {@code spanloom-telemetry}
 * provides one. They are called if the system property {@code spanloom.start} or the environment
 * variable {@code SPANLOOM_START} is {@code true} and no OpenTelemetry instance was installed by
 * {@link Spans#install}.
 */
public interface TelemetryStarter {

  /**
   * Starts telemetry, unless it is already started. Called repeatedly and by several threads, also
   * by the thread whose call of this method is still running. Exceptions do not reach the program.
   */
  void start();
}
