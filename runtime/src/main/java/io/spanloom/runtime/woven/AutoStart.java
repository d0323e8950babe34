package io.spanloom.runtime.woven;

import io.spanloom.runtime.spi.TelemetryStarter;
import java.util.List;
import java.util.ServiceLoader;
import java.util.logging.Logger;

/** Telemetry that a property starts: a jar on the class path is enough, without a line of code. */
final class AutoStart {

  private static final BooleanSetting START = BooleanSetting.of("spanloom.start");

  private AutoStart() {}

  /** Starts telemetry where the property says so; to be called rarely. */
  static void start() {
    if (START.isOn()) {
      Starters.FOUND.forEach(TelemetryStarter::start);
    }
  }

  /** Looked for once, and only where the property asks for it. */
  private static final class Starters {

    static final List<TelemetryStarter> FOUND = find();

    private static List<TelemetryStarter> find() {
      ClassLoader loader = TelemetryStarter.class.getClassLoader();
      List<TelemetryStarter> found =
          ServiceLoader.load(TelemetryStarter.class, loader).stream()
              .map(ServiceLoader.Provider::get)
              .toList();
      if (found.isEmpty()) {
        Logger.getLogger("io.spanloom")
            .warning("Nothing starts telemetry: spanloom-telemetry is not on the class path.");
      }
      return found;
    }
  }
}
