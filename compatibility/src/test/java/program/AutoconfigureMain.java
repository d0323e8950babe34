package program;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.concurrent.TimeUnit;

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
    // The shutdown hook closes the SDK, and a second call would log a message.
    sdk.getOpenTelemetrySdk().getSdkTracerProvider().forceFlush().join(10, TimeUnit.SECONDS);
    System.out.println("end of program");
  }
}
