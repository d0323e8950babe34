package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;

@Deprecated
class Deprecation {

  @Deprecated
  enum Old {
    ONE
  }

  @Deprecated
  static class Bad extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Deprecated
  @Traced(expected = {Bad.class, java.rmi.ServerRuntimeException.class})
  void run(@SpanAttribute Old old) {}
}
