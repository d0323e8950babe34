// needs Java 17
package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;

class Records {

  record Compact(@SpanAttribute("order.id") String id, int count) {
    @Traced
    Compact {
      if (count < 0) {
        throw new IllegalArgumentException("count");
      }
    }
  }

  record Canonical<T>(T value) {
    @Traced
    Canonical(T value) {
      this.value = value;
    }

    @Traced
    Canonical(@SpanAttribute long seed, T value) {
      this(value);
    }

    @Override
    @Traced
    public T value() {
      return value;
    }

    @Traced
    static int count() {
      return 1;
    }
  }

  sealed interface Shape permits Circle {
    @Traced
    default double area() {
      return 0;
    }
  }

  record Circle(double radius) implements Shape {}
}
