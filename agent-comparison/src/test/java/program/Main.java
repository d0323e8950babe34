package program;

/** Runs all scenarios, in which Spanloom is to make what the agent makes. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Methods.run();
    Names.run();
    Parameters.run();
    Elements.run();
    Failures.run();
    Stages.run();
    Added.run();
    Inherited.run();
  }
}
