package io.spanloom.telemetry;

import com.google.auto.service.AutoService;
import io.spanloom.runtime.spi.TelemetryStarter;

/** Starts telemetry for a program that only has {@code spanloom.start} say so. */
@AutoService(TelemetryStarter.class)
public final class SdkTelemetryStarter implements TelemetryStarter {

  /** Made by the service loader. */
  public SdkTelemetryStarter() {}

  @Override
  public void start() {
    Telemetry.startOnce();
  }
}
