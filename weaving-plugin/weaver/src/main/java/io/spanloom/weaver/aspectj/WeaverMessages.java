package io.spanloom.weaver.aspectj;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.finish.SizeLimits;
import io.spanloom.weaver.finish.TypeException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aspectj.bridge.IMessage;
import org.aspectj.bridge.IMessageHandler;
import org.jspecify.annotations.Nullable;

/**
 * Collects what AspectJ reports as errors. Its warnings are left aside: whether each method was
 * reached is checked in the result.
 */
final class WeaverMessages implements IMessageHandler {

  private static final Pattern METHOD_TOO_LARGE =
      Pattern.compile("problem generating method .*\\.(.+) : Code size too big.*");
  private static final Pattern EXCEPTION_NAME = Pattern.compile("(\\w+\\.)+\\w+Exception: ");
  private static final String CLASS_TOO_LARGE = "exceeds the maximum class size";

  private final Set<String> errors = new LinkedHashSet<>();
  private @Nullable TypeException typeFault;

  @Override
  public boolean handleMessage(IMessage message) {
    if (IMessage.ERROR.isSameOrLessThan(message.getKind())) {
      String text = firstLine(message.getMessage());
      Throwable thrown = message.getThrown();
      errors.add(thrown == null ? text : text + " (" + thrown + ")");
      if (thrown instanceof TypeException fault) {
        typeFault = fault;
      }
    }
    return true;
  }

  /**
   * Fails if there was an error.
   *
   * @param name the class that could not be woven for it
   * @param classFile the class as it was
   */
  void failOnErrors(String name, byte[] classFile) throws WeaveException {
    if (typeFault != null) {
      throw typeFault.in(name);
    }
    for (String error : errors) {
      Matcher tooLarge = METHOD_TOO_LARGE.matcher(error);
      if (tooLarge.matches()) {
        throw SizeLimits.methodNamed(tooLarge.group(1), name, classFile);
      }
      if (error.contains(CLASS_TOO_LARGE)) {
        throw SizeLimits.constants(name);
      }
    }
    if (!errors.isEmpty()) {
      String all = String.join("; ", errors);
      boolean missing = all.contains("can't find type") || all.contains("missing type");
      throw new WeaveException(
          missing ? Problem.Code.MISSING_TYPE : Problem.Code.NOT_WOVEN,
          name + " could not be woven, so nothing was; AspectJ says: " + all + ".");
    }
  }

  /** The first line, without the names of exceptions, which say nothing to the reader. */
  private static String firstLine(String text) {
    String line = text.strip().lines().findFirst().orElse("");
    return EXCEPTION_NAME.matcher(line).replaceAll("");
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
