package io.spanloom.testing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.SpanProcessor;
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
 * A JUnit extension that records all spans of a test, on any thread, from before its
 * {@code @BeforeEach} methods until after its {@code @AfterEach} methods.
 *
 * <p>Annotate the test class with {@link RecordSpans} and declare a parameter of this type, or
 * register the extension in a field:
 *
 * <pre>{@code
 * @RegisterExtension static final RecordedSpans spans = RecordedSpans.create();
 * }</pre>
 *
 * <p>Woven code uses one OpenTelemetry per JVM, so only one test at a time can record spans, and a
 * second test fails. {@link RecordSpans} makes JUnit run such tests one after another; with a
 * field, add {@code @ResourceLock(RecordedSpans.LOCK)}.
 *
 * <p>Thread-safe.
 */
public final class RecordedSpans
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  /** Key of the {@link org.junit.jupiter.api.parallel.ResourceLock} of tests that record spans. */
  public static final String LOCK = "io.spanloom.runtime.Spans";

  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  private volatile @Nullable RecordingSession session;

  /** Called by JUnit for {@link RecordSpans}. */
  RecordedSpans() {}

  /**
   * Creates an extension for a field with {@code @RegisterExtension}.
   *
   * @return the extension
   */
  public static RecordedSpans create() {
    return new RecordedSpans();
  }

  /**
   * Returns a processor that passes the spans of another SDK to the running test. Add it to the SDK
   * that a framework starts, to record the framework's spans together with those of woven code.
   *
   * @return a processor that ignores spans that start while no test is recording
   */
  public static SpanProcessor processor() {
    return ForwardingProcessor.INSTANCE;
  }

  /**
   * Returns the test's OpenTelemetry, for code that takes one.
   *
   * @return an SDK that records spans and exports none
   * @throws IllegalStateException if no test is running
   */
  public OpenTelemetry openTelemetry() {
    return session().openTelemetry();
  }

  /**
   * Returns the ended spans. OpenTelemetry's {@code
   * io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions} accept them.
   *
   * @return the spans in the order in which they ended
   * @throws IllegalStateException if no test is running
   */
  public List<SpanData> ended() {
    return recorder().ended();
  }

  /**
   * Returns the only ended span with the given name.
   *
   * @param name the span's name
   * @return the span
   * @throws AssertionFailedError if no or more than one ended span has the name
   */
  public SpanData only(String name) {
    SpanRecorder recorder = recorder();
    List<SpanData> found = recorder.ended(name);
    if (found.isEmpty()) {
      throw new AssertionFailedError(missing("No span named '" + name + "' ended.", name));
    }
    if (found.size() > 1) {
      throw new AssertionFailedError(
          found.size() + " spans are named '" + name + "', expected one.\n" + describe(recorder));
    }
    return found.get(0);
  }

  /**
   * Waits up to 10 s for a span to end and returns the first one with that name.
   *
   * @param name the span's name
   * @return the span
   * @throws AssertionFailedError if the time elapses or the thread is interrupted
   */
  public SpanData await(String name) {
    return await(name, DEFAULT_TIMEOUT);
  }

  /**
   * Waits for a span to end and returns the first one with that name.
   *
   * @param name the span's name
   * @param timeout the maximum time to wait
   * @return the span
   * @throws AssertionFailedError if the time elapses or the thread is interrupted
   */
  public SpanData await(String name, Duration timeout) {
    if (!recorder().await(name, timeout)) {
      String message = "No span named '" + name + "' ended within " + timeout.toMillis() + " ms.";
      throw new AssertionFailedError(missing(message, name));
    }
    return recorder().ended(name).get(0);
  }

  /**
   * Waits up to 10 s until no span is running.
   *
   * @throws AssertionFailedError if the time elapses or the thread is interrupted
   */
  public void awaitAll() {
    if (!recorder().awaitAll(DEFAULT_TIMEOUT)) {
      throw new AssertionFailedError(
          "Not all spans ended within "
              + DEFAULT_TIMEOUT.toMillis()
              + " ms.\n"
              + describe(recorder()));
    }
  }

  /**
   * Returns the spans started so far as a tree.
   *
   * @return the tree
   */
  public SpanTree tree() {
    return SpanTree.of(recorder().started());
  }

  /**
   * Asserts that the spans started so far form the given tree, see {@link SpanTree#assertIs}.
   *
   * @param expected the tree's text
   * @throws AssertionFailedError if the trees differ; the failure contains both texts
   */
  public void assertTree(String expected) {
    tree().assertIs(expected);
  }

  /** Discards the spans recorded so far, for example those of the test's set-up. */
  public void clear() {
    recorder().clear();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    session = RecordingSession.begin(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    RecordingSession current = session;
    if (current != null && current.isFor(context)) {
      session = null;
      current.end();
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
    SpanRecorder recorder = recorder();
    String cause =
        recorder.isRunning(name)
            ? "It is still running. To wait for it, call await(\"" + name + "\")."
            : MissingSpanCauses.describe();
    return message + "\n" + describe(recorder) + "\n" + cause;
  }

  private static String describe(SpanRecorder recorder) {
    List<SpanData> spans = recorder.started();
    return spans.isEmpty() ? "No spans were recorded." : "Recorded spans:\n" + SpanTree.of(spans);
  }

  private SpanRecorder recorder() {
    return session().recorder();
  }

  private RecordingSession session() {
    RecordingSession current = session;
    if (current == null) {
      throw new IllegalStateException(
          "No test is running. Spans are recorded from before the @BeforeEach methods of a test"
              + " until after its @AfterEach methods.");
    }
    return current;
  }
}
