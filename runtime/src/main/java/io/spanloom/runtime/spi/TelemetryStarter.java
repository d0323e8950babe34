package io.spanloom.runtime.spi;

import io.spanloom.runtime.Spans;

/**
 * What starts telemetry at the first traced call of a program that does not start it itself. Found
 * by {@link java.util.ServiceLoader}, and asked where the system property {@code spanloom.start} or
 * the variable {@code SPANLOOM_START} is {@code true} and nothing was installed by {@link
 * Spans#install}; {@code spanloom-telemetry} brings one.
 */
public interface TelemetryStarter {

  /**
   * Starts telemetry; called by many threads, more than once, and also by the thread that is
   * starting it. What is thrown does not reach the program.
   */
  void start();
}
