package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;

class PointcutWords {

  @Traced
  int get(@SpanAttribute int get) {
    return get;
  }

  @Traced
  void set(@SpanAttribute int set, @SpanAttribute String within) {}

  @Traced
  void call(@SpanAttribute String call, @SpanAttribute String handler) {}

  @Traced
  void args(@SpanAttribute String args, @SpanAttribute boolean target, @SpanAttribute long execution) {}

  @Traced
  void target() {}

  @Traced
  void execution() {}

  @Traced
  void start(@SpanAttribute String start, @SpanAttribute String start_) {}

  @Traced
  void error(@SpanAttribute String error) {}

  @Traced
  String result(@SpanAttribute String result) {
    return result;
  }

  @Traced
  void end() {}

  @Traced
  void fail() {}

  @Traced
  void aspectOf(@SpanAttribute String pointcut, @SpanAttribute String thisJoinPoint) {}
}
