package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import java.util.List;

class Overloads {

  @Traced
  void find(@SpanAttribute String key) {}

  @Traced
  void find(@SpanAttribute long key) {}

  @Traced
  void find(List<String> keys, @SpanAttribute boolean sorted) {}

  @Traced
  void find2(@SpanAttribute String key) {}

  void find(Object other) {}
}
