package nesting.traced;

import io.spanloom.Traced;

/** Traced by Spanloom; called by a server traced by the agent. */
public final class Stock {

  private Stock() {}

  @Traced
  public static void reserve(Runnable then) {
    then.run();
  }
}
