package program;

/** Runs all scenarios for which Spanloom must create the same spans as the agent. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Methods.run();
    Names.run();
    Parameters.run();
    Elements.run();
    Failures.run();
    Stages.run();
    Publishers.run();
    Added.run();
    Inherited.run();
  }
}
