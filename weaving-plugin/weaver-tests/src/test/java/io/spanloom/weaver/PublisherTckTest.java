package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.core.Flowable;
import io.smallrye.mutiny.Multi;
import java.util.concurrent.Flow;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Reactive Streams TCK on traced publishers. */
@Tag("slow")
final class PublisherTckTest {

  private static final int TIMEOUT_MILLIS = 5000;
  private static final int SILENCE_MILLIS = 50;

  private static final String SOURCE =
      """
      import io.reactivex.rxjava3.core.Flowable;
      import io.smallrye.mutiny.Multi;
      import io.spanloom.Traced;
      public class Publishers {
        @Traced static Flowable<String> flowable(Flowable<String> in) { return in; }
        @Traced static Multi<String> multi(Multi<String> in) { return in; }
      }
      """;

  private static final ClassLoader PROGRAM = Program.compile(SOURCE).weave().load();

  @ParameterizedTest
  @ValueSource(
      classes = {
        OfMono.class,
        OfFlux.class,
        OfPublisher.class,
        OfFlow.class,
        OfFlowable.class,
        OfMulti.class
      })
  void tracedPublisherFollowsSpecification(Class<?> verification) {
    try (Traces traces = Traces.record()) {
      TckResults results = TckResults.of(verification);

      assertThat(results.failed()).isEmpty();
      assertThat(results.passed()).hasSizeGreaterThan(verification == OfMono.class ? 8 : 25);
      assertThat(traces.started()).hasSizeGreaterThan(5);
    }
  }

  private static TestEnvironment environment() {
    return new TestEnvironment(TIMEOUT_MILLIS, SILENCE_MILLIS);
  }

  private static Publisher<String> call(PublisherType type, Publisher<String> source) {
    try {
      return type.call(source);
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
  }

  private static Flux<String> values(long count) {
    return Flux.just("a").repeat(Math.max(0, count - 1)).take(count);
  }

  /** The TCK's tests of a {@code Mono}. */
  public static final class OfMono extends PublisherVerification<String> {

    /** Called by TestNG. */
    public OfMono() {
      super(environment());
    }

    @Override
    public long maxElementsFromPublisher() {
      return 1;
    }

    @Override
    public Publisher<String> createPublisher(long count) {
      return call(PublisherType.MONO, count == 0 ? Mono.empty() : Mono.just("a"));
    }

    @Override
    public Publisher<String> createFailedPublisher() {
      return call(PublisherType.MONO, Mono.error(new IllegalStateException("failed")));
    }
  }

  /** The TCK's tests of a {@code Flux}. */
  public static final class OfFlux extends PublisherVerification<String> {

    /** Called by TestNG. */
    public OfFlux() {
      super(environment());
    }

    @Override
    public Publisher<String> createPublisher(long count) {
      return call(PublisherType.FLUX, values(count));
    }

    @Override
    public Publisher<String> createFailedPublisher() {
      return call(PublisherType.FLUX, Flux.error(new IllegalStateException("failed")));
    }
  }

  /** The TCK's tests of a publisher of Reactive Streams that is not one of Reactor's. */
  public static final class OfPublisher extends PublisherVerification<String> {

    /** Called by TestNG. */
    public OfPublisher() {
      super(environment());
    }

    @Override
    public Publisher<String> createPublisher(long count) {
      return call(PublisherType.PUBLISHER, values(count)::subscribe);
    }

    @Override
    public Publisher<String> createFailedPublisher() {
      Flux<String> failed = Flux.error(new IllegalStateException("failed"));
      return call(PublisherType.PUBLISHER, failed::subscribe);
    }
  }

  /** The TCK's tests of a publisher of the JDK. */
  public static final class OfFlow extends FlowPublisherVerification<String> {

    /** Called by TestNG. */
    public OfFlow() {
      super(environment());
    }

    @Override
    public Flow.Publisher<String> createFlowPublisher(long count) {
      return flow(values(count));
    }

    @Override
    public Flow.Publisher<String> createFailedFlowPublisher() {
      return flow(Flux.error(new IllegalStateException("failed")));
    }

    @SuppressWarnings("unchecked") // the program returns a publisher of strings
    private static Flow.Publisher<String> flow(Publisher<String> source) {
      try {
        return (Flow.Publisher<String>) PublisherType.FLOW.callOf(source);
      } catch (Throwable failure) {
        throw new AssertionError(failure);
      }
    }
  }

  /** The TCK's tests of a {@code Flowable}. */
  public static final class OfFlowable extends PublisherVerification<String> {

    /** Called by TestNG. */
    public OfFlowable() {
      super(environment());
    }

    @Override
    public Publisher<String> createPublisher(long count) {
      return traced(Flowable.rangeLong(0, count).map(String::valueOf));
    }

    @Override
    public Publisher<String> createFailedPublisher() {
      return traced(Flowable.error(new IllegalStateException("failed")));
    }

    @SuppressWarnings("unchecked") // the program returns a publisher of strings
    private static Publisher<String> traced(Flowable<String> source) {
      return (Publisher<String>) invoke("flowable", source);
    }
  }

  /** The TCK's tests of a {@code Multi}. */
  public static final class OfMulti extends FlowPublisherVerification<String> {

    /** Called by TestNG. */
    public OfMulti() {
      super(environment());
    }

    @Override
    public Flow.Publisher<String> createFlowPublisher(long count) {
      return traced(
          Multi.createFrom().items(() -> LongStream.range(0, count).mapToObj(String::valueOf)));
    }

    @Override
    public Flow.Publisher<String> createFailedFlowPublisher() {
      return traced(Multi.createFrom().failure(new IllegalStateException("failed")));
    }

    @SuppressWarnings("unchecked") // the program returns a publisher of strings
    private static Flow.Publisher<String> traced(Multi<String> source) {
      return (Flow.Publisher<String>) invoke("multi", source);
    }
  }

  private static Object invoke(String method, Object publisher) {
    try {
      return Program.invoke(PROGRAM, "Publishers", method, publisher);
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
  }
}
