package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import java.util.List;

class Varargs {

  @Traced
  void all(String... keys) {}

  @Traced
  int sum(@SpanAttribute String name, int[]... numbers) {
    return numbers.length;
  }

  @Traced
  void arrays(String[] names, long[][] numbers, @SpanAttribute char grade) {}

  @SafeVarargs
  @Traced
  static <T extends Comparable<T>> void lists(List<T>... lists) {}
}
