package shop;

import io.spanloom.PropagateContext;
import java.util.concurrent.ExecutorService;

@PropagateContext
class Handover {

  void go(ExecutorService executor) {
    executor.execute(() -> {});
  }

  @PropagateContext(false)
  static class Background {

    @PropagateContext
    static class Again {}
  }
}
