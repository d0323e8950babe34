package program;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.spanloom.testing.RecordSpans;
import io.spanloom.testing.RecordedSpans;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs a test that records spans with spanloom-testing. */
final class RecordingTests {

  private RecordingTests() {}

  /** Returns the number of tests that succeeded. */
  static long run() {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Recorded.class))
                .build(),
            listener);
    listener.getSummary().printFailuresTo(new PrintWriter(System.out, true));
    return listener.getSummary().getTestsSucceededCount();
  }

  /** Not named like a test, so that the build does not run it. */
  @RecordSpans
  static final class Recorded {

    @Test
    void recordsSpans(RecordedSpans spans) {
      new Orders().root();
      spans.assertTree("Orders.root");
    }
  }
}
