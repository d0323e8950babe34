package program.agent;

import program.Main;

/** Runs all scenarios, and those in which the agent does what Spanloom cannot or need not do. */
final class AgentMain {

  private AgentMain() {}

  public static void main(String[] arguments) {
    Main.main(arguments);
    Unseen.run();
    Lost.run();
    Unnamed.run();
  }
}
