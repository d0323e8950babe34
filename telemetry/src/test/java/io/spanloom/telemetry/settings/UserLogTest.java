package io.spanloom.telemetry.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

final class UserLogTest {

  @Test
  void namesLoggerAndNoInternalClass() {
    List<String> lines = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            lines.add(new SimpleFormatter().format(record));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("io.spanloom.telemetry");
    logger.addHandler(handler);
    try {
      UserLog.warn("'{0}' {is} no pattern");
    } finally {
      logger.removeHandler(handler);
    }

    assertThat(lines)
        .singleElement()
        .asString()
        .contains("io.spanloom.telemetry")
        .contains("'{0}' {is} no pattern")
        .doesNotContain("UserLog");
  }
}
