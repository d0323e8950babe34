package assistant;

import io.spanloom.telemetry.Telemetry;
import java.io.IOException;
import java.util.Map;

/** Starts the assistant and prints its addresses. */
public final class Main {

  private static final String EXPORTER = "otel.traces.exporter";
  private static final String PAGE_PORT = "spanloom.page.port";
  private static final String SHUTDOWN_HOOK = "spanloom.shutdown.hook";

  private Main() {}

  /**
   * Runs the assistant until the process ends.
   *
   * @param arguments ignored
   * @throws IOException if a port cannot be opened
   */
  public static void main(String[] arguments) throws IOException {
    showTracesByDefault(System.getenv());
    Settings settings = Settings.of(System.getenv());
    String service = settings.role() == Role.BOTH ? "assistant" : "assistant-" + settings.role();
    System.setProperty(SHUTDOWN_HOOK, "false"); // answers still have spans during the shutdown
    Telemetry telemetry = Telemetry.builder().serviceName(service).start();
    Assistant assistant = start(settings, telemetry);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(assistant, telemetry)));
    if (settings.role().serves()) {
      System.out.println("page:   " + assistant.url() + "  (user anna, password anna-demo)");
    } else {
      System.out.println("worker: waits for questions");
    }
    String tracesPort = System.getProperty(PAGE_PORT, "0");
    if (!tracesPort.equals("0")) { // telemetry logs the address of a free port
      System.out.println("traces: http://localhost:" + tracesPort + "/");
    }
  }

  private static Assistant start(Settings settings, Telemetry telemetry) throws IOException {
    try {
      return Assistant.start(settings);
    } catch (IOException | RuntimeException failure) {
      telemetry.stop();
      throw failure;
    }
  }

  private static void stop(Assistant assistant, Telemetry telemetry) {
    assistant.close();
    telemetry.stop();
  }

  /** Shows traces on a page, and sends them to a collector as well if its address is set. */
  private static void showTracesByDefault(Map<String, String> variables) {
    if (System.getProperty(EXPORTER) == null && !variables.containsKey("OTEL_TRACES_EXPORTER")) {
      boolean collector = variables.containsKey("OTEL_EXPORTER_OTLP_ENDPOINT");
      System.setProperty(EXPORTER, collector ? "page,otlp" : "page");
      System.setProperty(PAGE_PORT, variables.getOrDefault("SPANLOOM_PAGE_PORT", "4321"));
    }
  }
}
