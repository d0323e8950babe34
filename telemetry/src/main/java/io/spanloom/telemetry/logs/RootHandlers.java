package io.spanloom.telemetry.logs;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Logger;

/** The handlers of the root logger, which handle the records of most programs. */
final class RootHandlers {

  private RootHandlers() {}

  static void setFormatter(Formatter formatter) {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.setFormatter(formatter);
    }
  }
}
