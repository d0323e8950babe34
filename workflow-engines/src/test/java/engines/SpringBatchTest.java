package engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.WorkflowStep;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Spring Batch's tasklets as steps. */
final class SpringBatchTest {

  /** Reserves an order. */
  public static final class Reserve implements Tasklet {
    @Override
    @WorkflowStep(
        value = "reserve",
        workflow = "batch checkout",
        runId = "context.getStepContext().getStepExecution().getJobExecutionId()",
        traceByRun = true)
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
      return RepeatStatus.FINISHED;
    }
  }

  /** Charges an order in two rounds. */
  public static final class Charge implements Tasklet {
    private final AtomicInteger rounds = new AtomicInteger(2);

    @Override
    @WorkflowStep(
        value = "charge",
        workflow = "batch checkout",
        after = "reserve",
        runId = "context.getStepContext().getStepExecution().getJobExecutionId()",
        traceByRun = true)
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
      return RepeatStatus.continueIf(rounds.decrementAndGet() > 0);
    }
  }

  @Test
  void taskletHasRunOfJobExecution() throws Exception {
    try (RecordedSteps recorded = RecordedSteps.start()) {
      JobRepository repository = new ResourcelessJobRepository();
      Job job =
          new JobBuilder("checkout", repository)
              .start(new StepBuilder("reserve", repository).tasklet(new Reserve()).build())
              .next(new StepBuilder("charge", repository).tasklet(new Charge()).build())
              .build();
      TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
      operator.setJobRepository(repository);
      operator.setJobRegistry(new MapJobRegistry());
      operator.afterPropertiesSet();

      JobExecution execution = operator.start(job, new JobParameters());

      assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
      String id = String.valueOf(execution.getId());
      assertThat(recorded.lines())
          .containsExactly(
              "reserve of " + id + ", attempt 1: success",
              "charge of " + id + ", attempt 1: success",
              "charge of " + id + ", attempt 2: success");
      assertThat(recorded.steps())
          .extracting(SpanData::getTraceId)
          .containsOnly(recorded.steps().get(0).getTraceId());
    }
  }
}
