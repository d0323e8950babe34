package engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.WorkflowStep;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.RetryOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Temporal's activities as steps, on its in-memory server. */
@Tag("slow")
final class TemporalTest {

  private static final String QUEUE = "orders";

  @WorkflowInterface
  public interface Checkout {
    @WorkflowMethod
    String checkOut(String order);
  }

  @ActivityInterface
  public interface Payments {
    String reserve(String order);

    String charge(String order);
  }

  public static final class CheckoutWorkflow implements Checkout {
    private final Payments payments =
        Workflow.newActivityStub(
            Payments.class,
            ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofMinutes(1))
                .setRetryOptions(
                    RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofMillis(1))
                        .setMaximumAttempts(5)
                        .build())
                .build());

    @Override
    public String checkOut(String order) {
      return payments.charge(payments.reserve(order));
    }
  }

  public static final class TracedPayments implements Payments {
    private static final String WORKFLOW_ID =
        "io.temporal.activity.Activity.getExecutionContext().getInfo().getWorkflowId()";
    private static final String ATTEMPT =
        "io.temporal.activity.Activity.getExecutionContext().getInfo().getAttempt()";

    private final AtomicInteger failures = new AtomicInteger(2);

    @Override
    @WorkflowStep(
        workflow = "temporal checkout",
        runId = WORKFLOW_ID,
        attempt = ATTEMPT,
        traceByRun = true)
    public String reserve(String order) {
      return order;
    }

    @Override
    @WorkflowStep(
        workflow = "temporal checkout",
        after = "reserve",
        runId = WORKFLOW_ID,
        attempt = ATTEMPT,
        traceByRun = true)
    public String charge(String order) {
      if (failures.getAndDecrement() > 0) {
        throw new IllegalStateException("declined");
      }
      return "paid " + order;
    }
  }

  @Test
  void activityHasRunAndAttemptOfTemporal() {
    try (RecordedSteps recorded = RecordedSteps.start();
        TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance()) {
      Worker worker = temporal.newWorker(QUEUE);
      worker.registerWorkflowImplementationTypes(CheckoutWorkflow.class);
      worker.registerActivitiesImplementations(new TracedPayments());
      temporal.start();
      Checkout checkout =
          temporal
              .getWorkflowClient()
              .newWorkflowStub(
                  Checkout.class,
                  WorkflowOptions.newBuilder().setTaskQueue(QUEUE).setWorkflowId("t-1").build());

      assertThat(checkout.checkOut("book")).isEqualTo("paid book");
      assertThat(recorded.lines())
          .containsExactly(
              "reserve of t-1, attempt 1: success",
              "charge of t-1, attempt 1: error",
              "charge of t-1, attempt 2: error",
              "charge of t-1, attempt 3: success");
      assertThat(recorded.steps())
          .extracting(SpanData::getTraceId)
          .containsOnly(recorded.steps().get(0).getTraceId());
    }
  }
}
