package io.spanloom.telemetry.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.spi.AppenderAttachable;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.spanloom.runtime.Spans;
import io.spanloom.support.ForkedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The documented configurations that add trace IDs to log lines. */
@Tag("slow")
final class LogConfigurationTest {

  private static final String IDS =
      "trace_id=\\p{XDigit}{32} span_id=\\p{XDigit}{16} trace_flags=0[13] - ";

  @Test
  void loggingPropertiesSelectFormatter() throws Exception {
    assertThat(run(Program.class, "-Djava.util.logging.config.file=" + file("logging.properties")))
        .containsPattern("INFO    shop\\.Orders " + IDS + "by java\\.util\\.logging")
        .containsPattern("INFO    shop\\.Orders " + IDS + "by System\\.Logger")
        .containsPattern("INFO    shop\\.Orders - outside");
  }

  @Test
  void installSetsFormatterOfRootHandlers() throws Exception {
    assertThat(run(InstallsLineFormatter.class))
        .containsPattern(IDS + "by java\\.util\\.logging")
        .containsPattern(IDS + "by System\\.Logger");
    assertThat(run(InstallsJsonFormatter.class))
        .containsPattern("\"message\":\"by System.Logger\",\"trace_id\":\"\\p{XDigit}{32}\"");
  }

  @Test
  void wrapsAppendersThatWriteAsynchronously(@TempDir Path folder) throws Exception {
    Path lines = folder.resolve("lines.log");
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.putProperty("LOG_FILE", lines.toString());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(file("logback-own.xml").toFile());

    Program.log(() -> context.getLogger("shop.Orders").info("placed"));
    // Stopping the whole context would close the file before the other thread has written.
    AsyncAppender async =
        (AsyncAppender)
            ((AppenderAttachable<?>) context.getLogger("ROOT").getAppender("TRACED"))
                .getAppender("ASYNC");
    async.setMaxFlushTime(0); // waits as long as it takes
    async.stop();
    context.stop();

    assertThat(lines).content().containsPattern("\\[\\p{XDigit}{32} \\p{XDigit}{16}] - placed");
  }

  @Test
  void shippedAsyncConsoleKeepsIds() throws Exception {
    assertThat(run(LogsWithSlf4j.class, logback("logback-async.xml")))
        .containsPattern("INFO  shop\\.Orders " + IDS + "placed");
    assertThat(run(LogsWithSlf4j.class, logback("logback-json-async.xml")))
        .containsPattern("\"trace_id\":\\s*\"\\p{XDigit}{32}\"")
        .contains("placed");
  }

  private static String logback(String name) throws Exception {
    return "-Dlogback.configurationFile=" + file(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logback.xml",
        "logback-async.xml",
        "logback-own.xml",
        "log4j2.xml",
        "log4j2-json.xml",
        "logging.properties"
      })
  void documentationContainsTestedFiles(String name) throws Exception {
    assertThat(Path.of("../docs/telemetry/logs.md"))
        .content()
        .contains(Files.readString(file(name)));
  }

  private static Path file(String name) throws Exception {
    return Path.of(LogConfigurationTest.class.getResource("/logs/" + name).toURI());
  }

  private static String run(Class<?> program, String... options) throws Exception {
    return ForkedJvm.of(program).options(List.of(options)).run();
  }

  /** Logs inside a span through two APIs, and outside a span. */
  static class Program {
    public static void main(String[] arguments) {
      Logger logger = Logger.getLogger("shop.Orders");
      log(
          () -> {
            logger.info("by java.util.logging");
            System.getLogger("shop.Orders").log(System.Logger.Level.INFO, "by System.Logger");
          });
      logger.info("outside");
    }

    static void log(Runnable logging) {
      try (OpenTelemetrySdk sdk =
          OpenTelemetrySdk.builder()
              .setTracerProvider(SdkTracerProvider.builder().build())
              .build()) {
        Spans.install(sdk, true);
        Spans.withSpan("place", logging);
        Spans.uninstall();
      }
    }
  }

  /** Logs inside a span through SLF4J. */
  static final class LogsWithSlf4j {
    public static void main(String[] arguments) {
      Program.log(() -> LoggerFactory.getLogger("shop.Orders").info("placed"));
    }
  }

  /** Installs the line formatter in code. */
  static final class InstallsLineFormatter {
    public static void main(String[] arguments) {
      LineFormatter.install();
      Program.main(arguments);
    }
  }

  /** Installs the JSON formatter in code. */
  static final class InstallsJsonFormatter {
    public static void main(String[] arguments) {
      JsonFormatter.install();
      Program.main(arguments);
    }
  }
}
