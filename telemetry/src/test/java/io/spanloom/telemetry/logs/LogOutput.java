package io.spanloom.telemetry.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Formatter;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * A logging library, configured as the documentation describes, whose output is captured.
 *
 * @param name the name in test reports
 * @param log logs a message
 * @param lines the captured output
 * @param closing closes the library
 */
record LogOutput(String name, Consumer<String> log, ByteArrayOutputStream lines, Runnable closing) {

  static final String LOGGER = "shop.Orders";

  /** Logs a message and returns the written line. */
  String lineOf(String text) {
    lines.reset();
    log.accept(text);
    return lines.toString(UTF_8);
  }

  static LogOutput of(String name) {
    return switch (name) {
      case "java.util.logging" -> javaUtilLogging(name, new LineFormatter((String) null));
      case "java.util.logging, JSON" -> javaUtilLogging(name, new JsonFormatter());
      case "Logback" -> logback(name, "/logs/logback.xml");
      case "Logback, JSON" -> logback(name, "/logs/logback-json.xml");
      case "Log4j" -> log4j(name, "classpath:logs/log4j2.xml");
      case "Log4j, JSON" -> log4j(name, "classpath:logs/log4j2-json.xml");
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static LogOutput javaUtilLogging(String name, Formatter formatter) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    Logger logger = Logger.getLogger(LOGGER);
    logger.setUseParentHandlers(false);
    StreamHandler handler = new StreamHandler(lines, formatter);
    logger.addHandler(handler);
    return new LogOutput(
        name,
        text -> {
          logger.info(text);
          handler.flush();
        },
        lines,
        handler::close);
  }

  private static LogOutput logback(String name, String file) {
    return console(
        name,
        () -> {
          LoggerContext context = new LoggerContext();
          context.setMDCAdapter(new LogbackMDCAdapter());
          JoranConfigurator configurator = new JoranConfigurator();
          configurator.setContext(context);
          try {
            configurator.doConfigure(LogOutput.class.getResource(file));
          } catch (JoranException invalid) {
            throw new AssertionError(invalid);
          }
          var logger = context.getLogger(LOGGER);
          return new Opened(text -> logger.info("{}", text), context::stop);
        });
  }

  private static LogOutput log4j(String name, String file) {
    return console(
        name,
        () -> {
          var context = Configurator.initialize(name, LogOutput.class.getClassLoader(), file);
          return new Opened(context.getLogger(LOGGER)::info, context::stop);
        });
  }

  /** Configures a library while standard output is captured. */
  private static LogOutput console(String name, Supplier<Opened> library) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    PrintStream out = System.out;
    System.setOut(new PrintStream(lines, true, UTF_8));
    Opened opened = library.get();
    return new LogOutput(
        name,
        opened.log,
        lines,
        () -> {
          opened.stop.run();
          System.setOut(out);
        });
  }

  private record Opened(Consumer<String> log, Runnable stop) {}
}
