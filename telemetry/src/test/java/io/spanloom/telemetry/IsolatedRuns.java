package io.spanloom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.ForkedJvm;
import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Runs a program many times in one forked JVM. Each run has its own class loader, and so its own
 * static state, because telemetry starts only once per class loader.
 */
final class IsolatedRuns {

  private static final String MARKER = "=== ";

  private IsolatedRuns() {}

  /**
   * Runs a program once for each group of settings.
   *
   * @param settings groups such as {@code OTEL_TRACES_EXPORTER=tree|OTEL_DEBUG=true}, whose
   *     settings become system properties
   * @return the output of each run, by its group of settings
   */
  static Map<String, String> run(Class<?> program, List<String> settings) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.add(program.getName());
    arguments.addAll(settings);
    String output = ForkedJvm.of(IsolatedRuns.class, arguments.toArray(String[]::new)).run();
    Map<String, String> result = new LinkedHashMap<>();
    for (String part : output.substring(MARKER.length()).split("\n" + MARKER, -1)) {
      int end = part.indexOf('\n');
      result.put(part.substring(0, end), part.substring(end + 1));
    }
    assertThat(result.keySet()).as(output).containsExactlyElementsOf(settings);
    return result;
  }

  /** Runs the program that the first argument names, once for each of the other arguments. */
  public static void main(String[] arguments) throws Exception {
    for (String settings : Arrays.copyOfRange(arguments, 1, arguments.length)) {
      System.out.println(MARKER + settings);
      Map<String, String> properties = properties(settings);
      properties.forEach(System::setProperty);
      runIsolated(arguments[0]);
      properties.keySet().forEach(System::clearProperty);
      clearLogFilters();
    }
  }

  private static Map<String, String> properties(String settings) {
    Map<String, String> result = new LinkedHashMap<>();
    for (String setting : settings.split("\\|", -1)) {
      int end = setting.indexOf('=');
      String property = setting.substring(0, end).toLowerCase(Locale.ROOT).replace('_', '.');
      result.put(property, setting.substring(end + 1));
    }
    return result;
  }

  private static void runIsolated(String program) throws Exception {
    ClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    Method main = loader.loadClass(program).getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    main.invoke(null, (Object) new String[0]);
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  /** Removes the filters of a run, because loggers belong to the JVM and would keep them. */
  private static void clearLogFilters() {
    LogManager manager = LogManager.getLogManager();
    for (String name : (Iterable<String>) manager.getLoggerNames()::asIterator) {
      Logger logger = manager.getLogger(name);
      if (logger != null) {
        logger.setFilter(null);
      }
    }
  }
}
