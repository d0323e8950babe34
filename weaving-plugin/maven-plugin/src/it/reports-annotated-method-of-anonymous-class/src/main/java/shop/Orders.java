package shop;

import io.spanloom.Traced;

public class Orders {
  public Runnable later() {
    return new Runnable() {
      @Traced
      @Override
      public void run() {}
    };
  }
}
