package io.spanloom.weaver;

import java.util.ArrayList;
import java.util.List;
import org.testng.IInvokedMethod;
import org.testng.IInvokedMethodListener;
import org.testng.ITestResult;
import org.testng.SkipException;
import org.testng.TestNG;

/**
 * The results of a test class of the Reactive Streams TCK, which is written for TestNG.
 *
 * @param passed the names of the tests that passed
 * @param failed the names of the tests and of their set-up that failed, with the exception
 */
record TckResults(List<String> passed, List<String> failed) {

  /** Runs the tests of a class. */
  static TckResults of(Class<?> verification) {
    TckResults results = new TckResults(new ArrayList<>(), new ArrayList<>());
    TestNG tck = new TestNG(false);
    tck.addListener(results.new Listener());
    tck.setVerbose(0);
    tck.setUseDefaultListeners(false);
    tck.setTestClasses(new Class<?>[] {verification});
    tck.run();
    return results;
  }

  /** Collects what TestNG reports. */
  private final class Listener implements IInvokedMethodListener {

    @Override
    public void afterInvocation(IInvokedMethod method, ITestResult result) {
      if (result.getThrowable() instanceof SkipException) {
        return; // a rule that the TCK cannot verify, or not with the number of values
      }
      if (result.getStatus() == ITestResult.FAILURE) {
        failed.add(result.getName() + ": " + result.getThrowable());
      } else if (result.getStatus() == ITestResult.SUCCESS && method.isTestMethod()) {
        passed.add(result.getName());
      }
    }
  }
}
