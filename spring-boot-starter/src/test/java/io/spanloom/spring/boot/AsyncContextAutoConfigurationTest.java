package io.spanloom.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.spanloom.runtime.Spans;
import io.spanloom.testing.RecordSpans;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@RecordSpans
final class AsyncContextAutoConfigurationTest {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  TaskExecutionAutoConfiguration.class,
                  TaskSchedulingAutoConfiguration.class,
                  AsyncContextAutoConfiguration.class));

  @Test
  void propagatesContextToTasksOfThreadPool() {
    assertPropagates(context -> context.getBean(AsyncTaskExecutor.class));
  }

  @Test
  void propagatesContextToTasksOfNewThreads() {
    assertPropagates(context -> context.getBean(SimpleAsyncTaskExecutorBuilder.class).build());
  }

  @Test
  void runsDecoratorOfApplicationInContextOfCaller() {
    AtomicReference<SpanContext> seen = new AtomicReference<>();
    TaskDecorator own =
        task ->
            () -> {
              seen.set(currentSpan());
              task.run();
            };
    application
        .withBean(TaskDecorator.class, () -> own)
        .run(
            context ->
                Spans.withSpan(
                    "caller",
                    () -> {
                      runIn(context.getBean(AsyncTaskExecutor.class));
                      assertThat(seen.get()).isEqualTo(currentSpan());
                    }));
  }

  @Test
  void runsScheduledTasksOutsideContextOfScheduler() {
    application.run(
        context -> {
          ThreadPoolTaskScheduler scheduler =
              context.getBean(ThreadPoolTaskSchedulerBuilder.class).build();
          scheduler.initialize();
          CompletableFuture<SpanContext> seen = new CompletableFuture<>();
          Spans.withSpan(
              "start-up",
              () -> {
                scheduler.schedule(() -> seen.complete(currentSpan()), Instant.now());
              });

          assertThat(seen.join().isValid()).isFalse();
          scheduler.shutdown();
        });
  }

  private void assertPropagates(Function<ApplicationContext, AsyncTaskExecutor> executor) {
    application.run(
        context ->
            Spans.withSpan(
                "caller",
                () ->
                    assertThat(runIn(executor.apply(context)))
                        .isEqualTo(currentSpan())
                        .matches(SpanContext::isValid)));
  }

  private static SpanContext runIn(AsyncTaskExecutor executor) {
    return executor.submitCompletable(AsyncContextAutoConfigurationTest::currentSpan).join();
  }

  private static SpanContext currentSpan() {
    return Span.current().getSpanContext();
  }
}
