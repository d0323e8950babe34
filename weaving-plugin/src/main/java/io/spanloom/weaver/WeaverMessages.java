package io.spanloom.weaver;

import java.util.LinkedHashSet;
import java.util.Set;
import org.aspectj.bridge.IMessage;
import org.aspectj.bridge.IMessageHandler;

/**
 * Collects what AspectJ reports as errors. Its warnings are left aside: whether each method was
 * reached is checked in the result.
 */
final class WeaverMessages implements IMessageHandler {

  private final Set<String> errors = new LinkedHashSet<>();

  @Override
  public boolean handleMessage(IMessage message) {
    if (IMessage.ERROR.isSameOrLessThan(message.getKind())) {
      String text = message.getMessage();
      Throwable thrown = message.getThrown();
      errors.add(thrown == null ? firstLine(text) : firstLine(text) + " (" + thrown + ")");
    }
    return true;
  }

  void failOnErrors(String what) throws WeaveException {
    if (!errors.isEmpty()) {
      String all = String.join("; ", errors);
      boolean missing = all.contains("can't find type") || all.contains("missing type");
      throw new WeaveException(
          missing ? Problem.Code.MISSING_TYPE : Problem.Code.NOT_WOVEN,
          what + ", so nothing was woven; AspectJ says: " + all + ".");
    }
  }

  private static String firstLine(String text) {
    return text.strip().lines().findFirst().orElse("");
  }

  @Override
  public boolean isIgnoring(IMessage.Kind kind) {
    return !IMessage.ERROR.isSameOrLessThan(kind);
  }

  @Override
  public void dontIgnore(IMessage.Kind kind) {}

  @Override
  public void ignore(IMessage.Kind kind) {}
}
