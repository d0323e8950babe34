package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;

class Constructors {

  @Traced
  Constructors() {}

  @Traced("open")
  Constructors(@SpanAttribute("order.id") String id, Object... more) {
    this();
  }

  class Inner {
    @Traced
    Inner(int skipped, @SpanAttribute long weight) {}
  }

  static class Nested<T> {
    @Traced
    Nested(T value, @SpanAttribute String name) {}
  }

  enum Level {
    LOW("low"),
    HIGH("high") {
      @Override
      String label() {
        return "top";
      }
    };

    private final String label;

    @Traced
    Level(@SpanAttribute String label) {
      this.label = label;
    }

    @Traced
    String label() {
      return label;
    }
  }
}
