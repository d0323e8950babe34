package program;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;

/**
 * Starts the SDK as a framework does, with the extensions of spanloom-telemetry on the class path.
 */
public final class AutoconfigureMain {

  private AutoconfigureMain() {}

  /**
   * Runs the program.
   *
   * @param arguments ignored
   */
  public static void main(String[] arguments) {
    var sdk = AutoConfiguredOpenTelemetrySdk.initialize();
    new Orders().root();
    sdk.getOpenTelemetrySdk().close();
    System.out.println("end of program");
  }
}
