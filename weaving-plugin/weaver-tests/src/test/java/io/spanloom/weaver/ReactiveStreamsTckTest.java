package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.core.Flowable;
import io.smallrye.mutiny.Multi;
import java.util.concurrent.Flow;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;

/** Runs the Reactive Streams TCK, which is written for TestNG, on traced publishers. */
@Tag("slow")
final class ReactiveStreamsTckTest {

  private static final int TIMEOUT_MILLIS = 5000;
  private static final int SILENCE_MILLIS = 20;

  private static final String SOURCE =
      """
      import io.reactivex.rxjava3.core.Flowable;
      import io.smallrye.mutiny.Multi;
      import io.spanloom.Traced;
      public class Publishers {
        @Traced static Flowable<Long> flowable(Flowable<Long> in) { return in; }
        @Traced static Multi<Long> multi(Multi<Long> in) { return in; }
      }
      """;

  private static final ClassLoader PROGRAM = Program.compile(SOURCE).weave().load();

  @ParameterizedTest
  @ValueSource(classes = {TracedFlowable.class, TracedMulti.class})
  void publisherFollowsTheSpecification(Class<?> verification) {
    try (Traces traces = Traces.record()) {
      TestListenerAdapter results = new TestListenerAdapter();
      TestNG tests = new TestNG(false);
      tests.setTestClasses(new Class<?>[] {verification});
      tests.addListener(results);
      tests.setVerbose(0);
      tests.run();

      assertThat(results.getFailedTests()).isEmpty();
      assertThat(results.getPassedTests()).hasSizeGreaterThan(20);
      assertThat(traces.started()).isNotEmpty();
    }
  }

  private static Object call(String method, Object publisher) {
    try {
      return Program.invoke(PROGRAM, "Publishers", method, publisher);
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static TestEnvironment environment() {
    return new TestEnvironment(TIMEOUT_MILLIS, SILENCE_MILLIS);
  }

  /** Verifies a traced {@code Flowable}. */
  public static final class TracedFlowable extends PublisherVerification<Long> {

    /** Called by TestNG. */
    public TracedFlowable() {
      super(environment());
    }

    @Override
    @SuppressWarnings("unchecked") // the program returns what it is given
    public Publisher<Long> createPublisher(long elements) {
      return (Publisher<Long>) call("flowable", Flowable.rangeLong(0, elements));
    }

    @Override
    @SuppressWarnings("unchecked") // the program returns what it is given
    public Publisher<Long> createFailedPublisher() {
      return (Publisher<Long>) call("flowable", Flowable.error(new IllegalStateException()));
    }
  }

  /** Verifies a traced {@code Multi}. */
  public static final class TracedMulti extends PublisherVerification<Long> {

    /** Called by TestNG. */
    public TracedMulti() {
      super(environment());
    }

    @Override
    public Publisher<Long> createPublisher(long elements) {
      return traced(Multi.createFrom().items(() -> LongStream.range(0, elements).boxed()));
    }

    @Override
    public Publisher<Long> createFailedPublisher() {
      return traced(Multi.createFrom().failure(new IllegalStateException()));
    }

    @SuppressWarnings("unchecked") // the program returns what it is given
    private static Publisher<Long> traced(Multi<Long> source) {
      return FlowAdapters.toPublisher((Flow.Publisher<Long>) call("multi", source));
    }
  }
}
