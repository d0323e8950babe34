package io.spanloom.spring.boot;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Installs the OpenTelemetry of the test's context before the test. Spring caches contexts, so the
 * context that started last may be another test's.
 */
final class SpansTestExecutionListener implements TestExecutionListener, Ordered {

  SpansTestExecutionListener() {}

  /** Runs after the listeners that load the context. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  /** Runs before the test's {@code RecordSpans} extension, which installs its own. */
  @Override
  public void prepareTestInstance(TestContext test) {
    if (test.hasApplicationContext()) {
      test.getApplicationContext()
          .getBeanProvider(SpansInstaller.class)
          .ifAvailable(SpansInstaller::install);
    }
  }
}
