package assistant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The assistant in a process of its own, started by its main method with free ports. */
final class AssistantProcess implements AutoCloseable {

  private static final Pattern PAGE = Pattern.compile("page: +(http://localhost:\\d+/)");
  private static final Pattern TRACES = Pattern.compile("http://(localhost|127.0.0.1):\\d+/");
  private static final long SECONDS = 60;

  private final Process process;
  private final StringBuffer output = new StringBuffer();
  private final CompletableFuture<String> page = new CompletableFuture<>();
  private final CompletableFuture<String> traces = new CompletableFuture<>();

  private AssistantProcess(Process process) {
    this.process = process;
    new Thread(this::read).start();
  }

  static AssistantProcess start() throws IOException {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(joining(File.pathSeparator));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            Main.class.getName());
    builder.environment().keySet().removeIf(name -> name.matches("(OTEL|SPANLOOM|OPENAI)_.*"));
    builder.environment().put("ASSISTANT_PORT", "0");
    builder.environment().put("ASSISTANT_SOCKET_PORT", "0");
    builder.environment().put("SPANLOOM_PAGE_PORT", "0");
    return new AssistantProcess(builder.redirectErrorStream(true).start());
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        Matcher pageAddress = PAGE.matcher(line);
        Matcher tracesAddress = TRACES.matcher(line);
        if (pageAddress.find()) {
          page.complete(pageAddress.group(1));
        } else if (line.contains("traces") && tracesAddress.find()) {
          traces.complete(tracesAddress.group());
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String pageUrl() throws Exception {
    return page.get(SECONDS, TimeUnit.SECONDS);
  }

  String tracesUrl() throws Exception {
    return traces.get(SECONDS, TimeUnit.SECONDS);
  }

  /** Returns what the process has printed so far. */
  String output() {
    return output.toString();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }
}
