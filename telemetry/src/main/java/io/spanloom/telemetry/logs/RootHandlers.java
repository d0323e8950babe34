package io.spanloom.telemetry.logs;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Logger;

/** The handlers of the root logger, which most programs log to. */
final class RootHandlers {

  private RootHandlers() {}

  static void use(Formatter formatter) {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.setFormatter(formatter);
    }
  }
}
