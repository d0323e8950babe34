package io.spanloom.telemetry;

import com.google.auto.service.AutoService;
import io.spanloom.runtime.spi.TelemetryStarter;

/** Starts telemetry for a program that sets {@code spanloom.start} and does not start it itself. */
@AutoService(TelemetryStarter.class)
public final class SdkTelemetryStarter implements TelemetryStarter {

  /** Called by the service loader. */
  public SdkTelemetryStarter() {}

  @Override
  public void start() {
    Telemetry.startIfAbsent();
  }
}
