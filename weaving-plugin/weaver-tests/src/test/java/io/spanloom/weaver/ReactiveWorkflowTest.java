package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Workflows and AI calls whose results start with each subscription. */
final class ReactiveWorkflowTest {

  private static final String SOURCE =
      """
      import io.spanloom.*;
      import reactor.core.publisher.Mono;
      public class Shop {
        private static int failures = 1;
        @Workflow(value = "checkout", runId = "id")
        static Mono<String> checkOut(String id) { return reserve().then(charge()).then(pack()); }
        @WorkflowStep(workflow = "checkout") static Mono<String> reserve() { return Mono.just("r"); }
        @WorkflowStep(workflow = "checkout", after = "reserve") static Mono<String> charge() {
          return attempt().retry(1);
        }
        @WorkflowStep(workflow = "checkout", after = "reserve") static Mono<String> attempt() {
          return Mono.defer(() -> failures-- > 0 ? Mono.error(new IllegalStateException("busy")) : Mono.just("c"));
        }
        @WorkflowStep(workflow = "checkout", after = "charge", as = WorkflowStep.Form.EVENTS)
        static Mono<String> pack() { return Mono.just("p"); }
        public static Object run() {
          reserve();
          return checkOut("o-1").block();
        }
      }
      """;

  @Test
  void stepsStartWithTheirSubscriptions() {
    ComparedRun compared = ComparedRun.run("Shop", SOURCE);

    String tree =
        Pattern.compile(" (\\{[^}]*step.name=(\\w+)[^}]*attempt[^}]*}|\\{.*?}|\\[exception.*?}\\])")
            .matcher(compared.tree())
            .replaceAll("");
    assertThat(tree)
        .isEqualTo(
            """
            checkout [step.start] [step.end]
              reserve
              charge
                attempt ERROR
                attempt
            """);
    assertThat(compared.tree())
        .doesNotContain("out_of_order")
        .contains("workflow.step.attempt=2")
        .contains("workflow.run.id=o-1");
  }
}
