package io.spanloom.spring.boot;

import io.opentelemetry.context.Context;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.task.SimpleAsyncTaskExecutorCustomizer;
import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.CompositeTaskDecorator;

/**
 * Propagates OpenTelemetry's context to the tasks of Spring Boot's task executor, such as
 * {@code @Async} methods. The executor keeps the application's own decorators.
 *
 * <p>A {@link TaskDecorator} bean would also decorate scheduled tasks, which would then run in the
 * context that was current when they were scheduled.
 */
@AutoConfiguration
public final class AsyncContextAutoConfiguration {

  AsyncContextAutoConfiguration() {}

  /** Runs first, so that a customizer of the application can set another decorator. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ThreadPoolTaskExecutorCustomizer spansThreadPoolTaskExecutorCustomizer(
      ObjectProvider<TaskDecorator> decorators) {
    return executor -> executor.setTaskDecorator(propagating(decorators));
  }

  /** Customizes the executor that starts a virtual thread for each task. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SimpleAsyncTaskExecutorCustomizer spansSimpleAsyncTaskExecutorCustomizer(
      ObjectProvider<TaskDecorator> decorators) {
    return executor -> executor.setTaskDecorator(propagating(decorators));
  }

  /** Returns a decorator that propagates the context to the task and to the given decorators. */
  private static TaskDecorator propagating(ObjectProvider<TaskDecorator> decorators) {
    TaskDecorator propagation = task -> Context.current().wrap(task);
    List<TaskDecorator> outermostLast =
        Stream.concat(decorators.orderedStream(), Stream.of(propagation)).toList();
    return new CompositeTaskDecorator(outermostLast);
  }
}
