package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;

class NonAscii {

  enum Größe {
    KLEIN
  }

  @Traced
  void größe(@SpanAttribute Größe größe, @SpanAttribute("straße.nr") int straße) {}

  @Traced("注文する")
  void 注文(@SpanAttribute String 注文) {}

  @Traced
  void ß(@SpanAttribute("😀") String 𝒳) {}

  @Traced
  void ıstanbul() {}
}
