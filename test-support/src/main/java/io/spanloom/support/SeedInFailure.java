package io.spanloom.support;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Puts the seed in front of a failure's message, because Maven's console omits display names. */
final class SeedInFailure implements TestExecutionExceptionHandler {

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
    throw new AssertionError(context.getDisplayName() + ": " + failure.getMessage(), failure);
  }
}
