package io.spanloom.testing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.AssertionFailedError;

/**
 * The spans of a test: a JUnit extension that records them all, whichever thread makes them, from
 * before the test's {@code @BeforeEach} methods until after its {@code @AfterEach} methods.
 *
 * <p>Put {@link RecordSpans} on the test class and let the tests take this as a parameter, or keep
 * it in a field:
 *
 * <pre>{@code
 * @RegisterExtension static final RecordedSpans spans = RecordedSpans.create();
 * }</pre>
 *
 * <p>Woven code has one OpenTelemetry in a JVM. Two tests that record spans at the same time in one
 * JVM are refused; {@link RecordSpans} makes JUnit run them one after the other, and so does
 * {@code @ResourceLock(RecordedSpans.LOCK)} beside a field.
 *
 * <p>Safe for many threads.
 */
public final class RecordedSpans
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  /** The key of the {@link org.junit.jupiter.api.parallel.ResourceLock} for tests like these. */
  public static final String LOCK = "io.spanloom.runtime.Spans";

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private volatile @Nullable RunningTest running;

  /** For JUnit, which makes the extension that {@link RecordSpans} names. */
  RecordedSpans() {}

  /**
   * Makes an extension for a field with {@code @RegisterExtension}.
   *
   * @return an extension that records spans while a test runs
   */
  public static RecordedSpans create() {
    return new RecordedSpans();
  }

  /**
   * Returns the OpenTelemetry that makes this test's spans, for code that takes one.
   *
   * @return an SDK that exports nothing
   */
  public OpenTelemetry openTelemetry() {
    return running().openTelemetry();
  }

  /**
   * Returns the spans that have ended. OpenTelemetry's own assertions, {@code
   * io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions}, are for these.
   *
   * @return the spans in the order in which they ended
   */
  public List<SpanData> ended() {
    return recording().ended();
  }

  /**
   * Returns the one span of a name that has ended.
   *
   * @param name the span's name
   * @return the span
   * @throws AssertionFailedError if there is none or more than one
   */
  public SpanData only(String name) {
    Recording recording = recording();
    List<SpanData> found = recording.ended(name);
    if (found.isEmpty()) {
      throw new AssertionFailedError(missing("No span named '" + name + "' has ended.", name));
    }
    if (found.size() > 1) {
      throw new AssertionFailedError(
          found.size() + " spans are named '" + name + "', not one.\n" + soFar(recording));
    }
    return found.get(0);
  }

  /**
   * Waits 10 s at most for a span to end, and returns the first of that name.
   *
   * @param name the span's name
   * @return the span
   * @throws AssertionFailedError if none has ended by then, or if the thread is interrupted
   */
  public SpanData await(String name) {
    return await(name, LIMIT);
  }

  /**
   * Waits for a span to end, and returns the first of that name.
   *
   * @param name the span's name
   * @param limit how long to wait at most
   * @return the span
   * @throws AssertionFailedError if none has ended by then, or if the thread is interrupted
   */
  public SpanData await(String name, Duration limit) {
    if (!recording().awaitEnd(name, limit)) {
      String message = "No span named '" + name + "' has ended within " + limit.toMillis() + " ms.";
      throw new AssertionFailedError(missing(message, name));
    }
    return recording().ended(name).get(0);
  }

  /**
   * Waits 10 s at most until every span that has started has ended.
   *
   * @throws AssertionFailedError if one is running then, or if the thread is interrupted
   */
  public void awaitAll() {
    if (!recording().awaitEnds(LIMIT)) {
      throw new AssertionFailedError(
          "Spans have not ended within " + LIMIT.toMillis() + " ms.\n" + soFar(recording()));
    }
  }

  /**
   * Returns the spans that have started until now as a tree.
   *
   * @return the tree
   */
  public SpanTree tree() {
    return SpanTree.of(recording().started());
  }

  /**
   * Fails unless the spans that have started until now make the given tree, see {@link
   * SpanTree#assertIs}.
   *
   * @param expected the tree's text
   * @throws AssertionFailedError if the tree is another; it has both texts
   */
  public void assertTree(String expected) {
    tree().assertIs(expected);
  }

  /** Forgets the spans until now, such as those of a preparation. */
  public void clear() {
    recording().clear();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    running = RunningTest.begin(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    RunningTest last = running;
    if (last != null && last.isOf(context)) {
      running = null;
      last.end();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RecordedSpans.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return this;
  }

  private String missing(String message, String name) {
    Recording recording = recording();
    String cause =
        recording.isRunning(name)
            ? "It has started and is still running: await(\"" + name + "\") waits for its end."
            : Causes.ofNoSpan();
    return message + "\n" + soFar(recording) + "\n" + cause;
  }

  private static String soFar(Recording recording) {
    List<SpanData> spans = recording.started();
    return spans.isEmpty() ? "There are no spans." : "The spans are:\n" + SpanTree.of(spans);
  }

  private Recording recording() {
    return running().recording();
  }

  private RunningTest running() {
    RunningTest now = running;
    if (now == null) {
      throw new IllegalStateException(
          "No test is running. Spans are recorded from before the @BeforeEach methods of a test"
              + " until after its @AfterEach methods.");
    }
    return now;
  }
}
