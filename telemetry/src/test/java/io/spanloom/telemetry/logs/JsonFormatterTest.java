package io.spanloom.telemetry.logs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonFormatterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"quoted\" \\ back\\slash",
        "two\nlines\r\nand\ttabs",
        "\u0000\u0001\u001f\u007f\u0085\u2028\u2029\ufeff",
        "ü € 漢字 🎈",
        "</script>",
      })
  void writesAnyTextAsOneParsableAsciiLine(String text) {
    String line = line(new LogRecord(Level.INFO, text));

    assertThat(US_ASCII.newEncoder().canEncode(line)).isTrue();
    assertThat(line.stripTrailing()).doesNotContain("\n", "\r");
    assertThat(parsed(line).get("message").getAsString()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\ud83cb", "a\udf88b", "\udf88\ud83c", "a\ud83c", "\ud83c\ud83c\udf88"})
  void replacesUnpairedSurrogates(String text) {
    String read = parsed(line(new LogRecord(Level.INFO, text))).get("message").getAsString();

    assertThat(read).hasSameSizeAs(text).contains("\ufffd");
    assertThat(read.codePoints()).noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
  }

  @Test
  void writesTypeMessageAndStackTraceOfException() {
    LogRecord record = new LogRecord(Level.SEVERE, "failed: {0}");
    record.setParameters(new Object[] {"o-1"});
    record.setLoggerName("shop.Orders");
    record.setThrown(new IllegalStateException("no \"stock\"", new RuntimeException("below")));
    JsonObject line = parsed(line(record));

    assertThat(line.get("message").getAsString()).isEqualTo("failed: o-1");
    assertThat(line.get("level").getAsString()).isEqualTo("SEVERE");
    assertThat(line.get("logger").getAsString()).isEqualTo("shop.Orders");
    assertThat(line.get("timestamp").getAsString()).isEqualTo(record.getInstant().toString());
    assertThat(line.get("thread").getAsString()).isEqualTo(Thread.currentThread().getName());
    assertThat(line.get("exception.type").getAsString())
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(line.get("exception.message").getAsString()).isEqualTo("no \"stock\"");
    assertThat(line.get("exception.stacktrace").getAsString())
        .contains("Caused by: java.lang.RuntimeException: below", "\tat " + getClass().getName());
  }

  @Test
  void omitsMissingFields() {
    LogRecord record = new LogRecord(Level.INFO, null);
    record.setThrown(new Unreadable());

    assertThat(parsed(line(record)).keySet())
        .containsExactly("timestamp", "level", "thread", "exception.type", "exception.stacktrace");
  }

  private static String line(LogRecord record) {
    return new JsonFormatter().format(record);
  }

  private static JsonObject parsed(String line) {
    JsonReader reader = new JsonReader(new StringReader(line));
    reader.setStrictness(Strictness.STRICT);
    return JsonParser.parseReader(reader).getAsJsonObject();
  }

  /** An exception whose message cannot be read. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException();
    }
  }
}
