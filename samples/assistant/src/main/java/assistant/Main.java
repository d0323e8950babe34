package assistant;

import io.spanloom.telemetry.Telemetry;
import java.io.IOException;

/** Starts the assistant and prints its addresses. */
public final class Main {

  private Main() {}

  /**
   * Runs the assistant until the process ends.
   *
   * @param arguments ignored
   * @throws IOException if a port cannot be opened
   */
  public static void main(String[] arguments) throws IOException {
    Telemetry.builder().serviceName("assistant").start();
    Assistant assistant = Assistant.start(Settings.of(System.getenv()));
    System.out.println("page:   " + assistant.url() + "  (anna, anna-demo)");
    String tracePort = System.getProperty("spanloom.page.port");
    if (tracePort != null) {
      System.out.println("traces: http://localhost:" + tracePort + "/");
    }
  }
}
