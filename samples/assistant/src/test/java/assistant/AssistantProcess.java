package assistant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The assistant in a process of its own, started by its main method with free ports. */
final class AssistantProcess implements AutoCloseable {

  private static final Pattern PAGE = Pattern.compile("page: +(http://localhost:\\d+/)");
  private static final Pattern TRACES = Pattern.compile("traces at (http://127.0.0.1:\\d+/)");
  private static final Pattern SOCKET_PORT = Pattern.compile("socket-port\" content=\"(\\d+)\"");
  private static final long SECONDS = 60;

  private final Process process;
  private final List<String> lines = new ArrayList<>();

  private AssistantProcess(Process process) {
    this.process = process;
    new Thread(this::read).start();
  }

  /**
   * Starts the assistant.
   *
   * @param variables further environment variables
   */
  static AssistantProcess start(Map<String, String> variables) throws IOException {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(joining(File.pathSeparator));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", // short processes start faster without the second compiler
            "-XX:+UseSerialGC",
            "-cp",
            classPath,
            Main.class.getName());
    builder.environment().keySet().removeIf(name -> name.matches("(OTEL|SPANLOOM|OPENAI)_.*"));
    builder.environment().put("ASSISTANT_PORT", "0");
    builder.environment().put("ASSISTANT_SOCKET_PORT", "0");
    builder.environment().put("SPANLOOM_PAGE_PORT", "0");
    builder.environment().putAll(variables);
    return new AssistantProcess(builder.redirectErrorStream(true).start());
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        add(line);
      }
    } catch (IOException failure) {
      add("The output ended: " + failure);
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  /** Waits for a line that matches a pattern, and returns the pattern's first group. */
  synchronized String await(Pattern pattern) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    for (int next = 0; ; next++) {
      while (next == lines.size()) {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (millis <= 0) {
          throw new AssertionError("No line matches " + pattern + ":\n" + output());
        }
        wait(millis);
      }
      Matcher matcher = pattern.matcher(lines.get(next));
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
  }

  String pageUrl() throws InterruptedException {
    return await(PAGE);
  }

  String tracesUrl() throws InterruptedException {
    return await(TRACES);
  }

  /** Returns a client of this process that has signed in. */
  ChatClient signIn(String user) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(pageUrl())).build();
    String page = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    Matcher port = SOCKET_PORT.matcher(page);
    assertThat(port.find()).isTrue();
    ChatClient client = new ChatClient(pageUrl(), Integer.parseInt(port.group(1)));
    assertThat(client.signIn(user, user + "-demo").statusCode()).isEqualTo(200);
    return client;
  }

  /** Returns what the process has printed so far. */
  synchronized String output() {
    return String.join("\n", lines);
  }

  /** Waits for the process to end, and returns its exit code. */
  int awaitExit() throws InterruptedException {
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as(output()).isTrue();
    return process.exitValue();
  }

  /** Ends the process as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }
}
