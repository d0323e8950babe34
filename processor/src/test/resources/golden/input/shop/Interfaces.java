// needs Java 17
package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;

public interface Interfaces {

  String name();

  @Traced
  default String greet(@SpanAttribute String who) {
    return hello() + who;
  }

  @Traced
  static int count() {
    return 1;
  }

  @Traced
  private String hello() {
    return "Hello ";
  }

  class Member {
    @Traced
    Member(int count) {}
  }
}
