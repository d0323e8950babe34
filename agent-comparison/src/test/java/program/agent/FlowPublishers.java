package program.agent;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.util.concurrent.Flow;
import org.reactivestreams.FlowAdapters;
import program.Scenario;
import reactor.core.publisher.Mono;

/** A publisher of the JDK, whose span the agent ends when the method returns. */
class FlowPublishers {

  static void run() {
    FlowPublishers publishers = new FlowPublishers();
    Scenario.of(
        "flow: not subscribed to",
        () -> publishers.flow(FlowAdapters.toFlowPublisher(Mono.<Object>just("a"))));
  }

  @WithSpan
  Flow.Publisher<Object> flow(Flow.Publisher<Object> source) {
    return source;
  }
}
