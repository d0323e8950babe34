package engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.Workflow;
import io.spanloom.WorkflowStep;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.resilience.annotation.Retryable;

/** A step that Spring's {@code @Retryable} repeats. */
final class SpringRetryableTest {

  @Configuration(proxyBeanMethods = false)
  @EnableResilientMethods(proxyTargetClass = true)
  static class Application {
    @Bean
    Payments payments() {
      return new Payments();
    }

    @Bean
    Checkout checkout(Payments payments) {
      return new Checkout(payments);
    }
  }

  static class Checkout {
    private final Payments payments;

    Checkout(Payments payments) {
      this.payments = payments;
    }

    @Workflow(value = "spring checkout", runId = "order")
    String checkOut(String order) {
      return payments.charge(order);
    }
  }

  static class Payments {
    private final AtomicInteger failures = new AtomicInteger(2);

    @Retryable(maxRetries = 4, delay = 1)
    @WorkflowStep(workflow = "spring checkout")
    public String charge(String order) {
      if (failures.getAndDecrement() > 0) {
        throw new IllegalStateException("declined");
      }
      return "paid " + order;
    }
  }

  @Test
  void countsAttemptsOfRetryableStep() {
    try (RecordedSteps recorded = RecordedSteps.start();
        AnnotationConfigApplicationContext spring =
            new AnnotationConfigApplicationContext(Application.class)) {
      assertThat(spring.getBean(Checkout.class).checkOut("o-1")).isEqualTo("paid o-1");

      assertThat(recorded.lines())
          .containsExactly(
              "charge of o-1, attempt 1: error",
              "charge of o-1, attempt 2: error",
              "charge of o-1, attempt 3: success");
      assertThat(recorded.span("spring checkout").getSpanId())
          .isEqualTo(recorded.steps().get(0).getParentSpanId());
    }
  }
}
