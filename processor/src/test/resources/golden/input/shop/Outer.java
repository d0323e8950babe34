package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;

class Outer {

  private enum Kind {
    OLD
  }

  static class Nested {
    @Traced
    void run(@SpanAttribute Kind kind, Nested other) {}

    class Inner {
      @Traced
      void run(Nested.Inner other) {}
    }
  }

  private static class Hidden {
    @Traced
    Hidden run(Hidden[] others) {
      return this;
    }

    static class BehindHidden {
      @Traced
      void run() {}
    }
  }

  static class With$Dollar {
    @Traced
    void run$(@SpanAttribute String $) {}
  }
}
