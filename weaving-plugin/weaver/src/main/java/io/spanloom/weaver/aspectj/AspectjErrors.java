package io.spanloom.weaver.aspectj;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.WeaverCode;
import io.spanloom.weaver.finish.SizeLimits;
import io.spanloom.weaver.finish.UnreadableTypeException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aspectj.bridge.IMessage;
import org.aspectj.bridge.IMessageHandler;
import org.jspecify.annotations.Nullable;

/**
 * Collects AspectJ's errors. Ignores its warnings, because the result is verified to contain the
 * advice.
 */
final class AspectjErrors implements IMessageHandler {

  private static final Pattern METHOD_TOO_LARGE =
      Pattern.compile("problem generating method .*\\.(.+) : Code size too big.*");
  private static final Pattern EXCEPTION_NAME = Pattern.compile("(\\w+\\.)+\\w+Exception: ");
  private static final String CLASS_TOO_LARGE = "exceeds the maximum class size";

  private final Set<String> errors = new LinkedHashSet<>();
  private @Nullable UnreadableTypeException typeFailure;

  @Override
  public boolean handleMessage(IMessage message) {
    if (IMessage.ERROR.isSameOrLessThan(message.getKind())) {
      String text = firstLine(message.getMessage());
      Throwable thrown = message.getThrown();
      errors.add(thrown == null ? text : text + " (" + thrown + ")");
      if (thrown instanceof UnreadableTypeException fault) {
        typeFailure = fault;
      }
    }
    return true;
  }

  /**
   * Throws an exception if AspectJ reported an error.
   *
   * @param name the binary name of the class being woven
   * @param classFile the class before weaving
   * @throws WeaveException if AspectJ reported an error
   */
  void failOnErrors(String name, byte[] classFile) throws WeaveException {
    if (typeFailure != null) {
      throw typeFailure.toWeaveException(name);
    }
    for (String error : errors) {
      Matcher tooLarge = METHOD_TOO_LARGE.matcher(error);
      if (tooLarge.matches()) {
        throw SizeLimits.namedMethodTooLarge(tooLarge.group(1), name, classFile);
      }
      if (error.contains(CLASS_TOO_LARGE)) {
        throw SizeLimits.tooManyConstants(name);
      }
    }
    if (!errors.isEmpty()) {
      String all = String.join("; ", errors);
      boolean missing = all.contains("can't find type") || all.contains("missing type");
      throw new WeaveException(
          new Problem(
              missing ? WeaverCode.MISSING_TYPE : WeaverCode.NOT_WOVEN,
              "Weaving class "
                  + name
                  + " failed, so nothing was woven; AspectJ reports: "
                  + all
                  + ".",
              name,
              null));
    }
  }

  /** Returns the first line without exception names, which do not help the user. */
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
