package program.agent;

import program.Main;

/** Runs all scenarios, including those in which Spanloom differs from the agent. */
final class AgentMain {

  private AgentMain() {}

  public static void main(String[] arguments) {
    Main.main(arguments);
    Unseen.run();
    Lost.run();
    Unnamed.run();
    FlowPublishers.run();
  }
}
