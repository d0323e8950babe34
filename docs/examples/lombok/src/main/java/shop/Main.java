package shop;

import io.spanloom.telemetry.Telemetry;

/** Places an order and shows its trace. */
public final class Main {

  private Main() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    Telemetry telemetry = Telemetry.start();
    new Orders().place(Order.builder().id("o-1").quantity(3).build());
    telemetry.stop();
  }
}
