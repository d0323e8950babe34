package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.IInvokedMethod;
import org.testng.IInvokedMethodListener;
import org.testng.ITestResult;
import org.testng.SkipException;
import org.testng.TestNG;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Reactive Streams TCK, which is written for TestNG, on traced publishers. */
final class PublisherTckTest {

  private static final int TIMEOUT_MILLIS = 2000;
  private static final int SILENCE_MILLIS = 50;

  @ParameterizedTest
  @EnumSource
  void tracedPublisherFollowsSpecification(PublisherType type) {
    try (Traces traces = Traces.record()) {
      TestNG tck = new TestNG(false);
      Results results = new Results();
      tck.addListener(results);
      tck.setVerbose(0);
      tck.setUseDefaultListeners(false);
      tck.setTestClasses(new Class<?>[] {verification(type)});
      tck.run();

      assertThat(results.failed).isEmpty();
      assertThat(results.passed).hasSizeGreaterThan(type == PublisherType.MONO ? 8 : 25);
      assertThat(traces.started()).hasSizeGreaterThan(5);
    }
  }

  private static Class<?> verification(PublisherType type) {
    return switch (type) {
      case MONO -> OfMono.class;
      case FLUX -> OfFlux.class;
      case PUBLISHER -> OfPublisher.class;
      case FLOW -> OfFlow.class;
    };
  }

  /** Collects what TestNG reports. */
  private static final class Results implements IInvokedMethodListener {
    final List<String> failed = new ArrayList<>();
    final List<String> passed = new ArrayList<>();

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
      super(new TestEnvironment(TIMEOUT_MILLIS, SILENCE_MILLIS));
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
      super(new TestEnvironment(TIMEOUT_MILLIS, SILENCE_MILLIS));
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
      super(new TestEnvironment(TIMEOUT_MILLIS, SILENCE_MILLIS));
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
      super(new TestEnvironment(TIMEOUT_MILLIS, SILENCE_MILLIS));
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
}
