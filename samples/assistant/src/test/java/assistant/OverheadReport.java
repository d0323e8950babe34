package assistant;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import io.spanloom.telemetry.Telemetry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.json.JSONObject;

/**
 * Prints the CPU time of a message of 20 users at once, and the used heap afterwards, with and
 * without tracing. Each run has a JVM of its own, in which the clients and the model also run.
 */
final class OverheadReport {

  private static final int RUNS = 3;
  private static final int CLIENTS = 20;
  private static final int WARM_UP = 200;
  private static final int MESSAGES = 100;
  private static final int COLLECTIONS = 5;
  private static final double MICROS = 1e3;
  private static final double MEGABYTE = 1 << 20;

  private OverheadReport() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 1) {
      run(arguments[0]);
      return;
    }
    for (int i = 0; i < RUNS; i++) {
      System.out.print("untraced: " + fork("true"));
      System.out.print("traced:   " + fork("false"));
    }
  }

  private static String fork(String disabled) throws IOException, InterruptedException {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dotel.traces.exporter=none",
                "-cp",
                System.getProperty("java.class.path"),
                OverheadReport.class.getName(),
                disabled)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> lines = new String(jvm.getInputStream().readAllBytes(), UTF_8).lines().toList();
    if (jvm.waitFor() != 0) {
      throw new IllegalStateException("The JVM failed: " + lines);
    }
    return lines.get(lines.size() - 1) + System.lineSeparator();
  }

  private static void run(String disabled) throws Exception {
    System.setProperty("otel.sdk.disabled", disabled);
    Telemetry.start();
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    try (Assistant assistant = Assistant.start(AssistantTestBase.settings())) {
      List<ChatClient> users = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        users.add(ChatClient.signedIn(assistant, assistant.addUser()));
      }
      ask(users, WARM_UP);
      long before = process.getProcessCpuTime();
      ask(users, MESSAGES);
      long nanos = process.getProcessCpuTime() - before;
      System.out.printf(
          "%.0f us CPU per message, %.1f MB heap%n",
          nanos / MICROS / (CLIENTS * MESSAGES), usedHeap() / MEGABYTE);
      users.forEach(ChatClient::close);
    }
    System.exit(0);
  }

  private static void ask(List<ChatClient> users, int messages) throws Exception {
    List<String> rooms = new ArrayList<>();
    for (ChatClient user : users) {
      rooms.add(user.rooms().get(0));
    }
    for (int i = 0; i < messages; i++) {
      List<CompletableFuture<JSONObject>> replies = new ArrayList<>();
      for (int user = 0; user < users.size(); user++) {
        ChatClient client = users.get(user);
        replies.add(client.send(rooms.get(user), "How much is plaster?", client.newTraceparent()));
      }
      for (CompletableFuture<JSONObject> reply : replies) {
        reply.get(60, TimeUnit.SECONDS);
      }
    }
  }

  private static long usedHeap() {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }
}
