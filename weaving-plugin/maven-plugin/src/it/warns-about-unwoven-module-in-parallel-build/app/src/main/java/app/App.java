package app;

import io.spanloom.Traced;
import shop.Bills;
import shop.Orders;

public class App extends Orders {
  @Traced
  @Override
  public String place(String id) {
    return super.place(new Bills().place(id));
  }
}
