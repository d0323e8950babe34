package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import java.util.UUID;

class Attributes {

  enum Status {
    OPEN
  }

  @Traced
  void primitives(
      @SpanAttribute boolean paid,
      @SpanAttribute byte tiny,
      @SpanAttribute short small,
      @SpanAttribute int count,
      @SpanAttribute long total,
      @SpanAttribute float rate,
      @SpanAttribute double price,
      @SpanAttribute char grade) {}

  @Traced
  void boxes(
      @SpanAttribute Boolean paid,
      @SpanAttribute Byte tiny,
      @SpanAttribute Short small,
      @SpanAttribute Integer count,
      @SpanAttribute Long total,
      @SpanAttribute Float rate,
      @SpanAttribute Double price,
      @SpanAttribute Character grade) {}

  @Traced
  <E extends Enum<E>, S extends Status> void texts(
      @SpanAttribute("order.id") String id,
      @SpanAttribute UUID customer,
      @SpanAttribute Status status,
      @SpanAttribute("any") E any,
      @SpanAttribute("own") S own) {}
}
