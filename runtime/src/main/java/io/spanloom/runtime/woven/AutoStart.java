package io.spanloom.runtime.woven;

import io.spanloom.runtime.spi.TelemetryStarter;
import java.util.List;
import java.util.ServiceLoader;
import java.util.logging.Level;

/** Starts telemetry if the property {@code spanloom.start} is set, without code in the program. */
final class AutoStart {

  private static final BooleanSetting START = BooleanSetting.of("spanloom.start");

  private AutoStart() {}

  /** Starts telemetry if the property is set. Not fast enough for every call. */
  static void start() {
    if (START.isOn()) {
      Starters.FOUND.forEach(TelemetryStarter::start);
    }
  }

  /** The starters, which are loaded once, when the property is set. */
  private static final class Starters {

    static final List<TelemetryStarter> FOUND = find();

    private static List<TelemetryStarter> find() {
      ClassLoader loader = TelemetryStarter.class.getClassLoader();
      List<TelemetryStarter> found =
          ServiceLoader.load(TelemetryStarter.class, loader).stream()
              .map(ServiceLoader.Provider::get)
              .toList();
      if (found.isEmpty()) {
        RuntimeLog.log(
            Level.WARNING,
            "spanloom.start is true, but spanloom-telemetry is not on the class path. Telemetry is"
                + " not started.",
            null);
      }
      return found;
    }
  }
}
