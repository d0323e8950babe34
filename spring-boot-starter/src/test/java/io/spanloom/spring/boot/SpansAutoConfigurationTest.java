package io.spanloom.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.runtime.Spans;
import io.spanloom.support.InMemorySdk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

final class SpansAutoConfigurationTest {

  private final InMemorySdk first = new InMemorySdk();
  private final InMemorySdk second = new InMemorySdk();

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  @Test
  void installsOpenTelemetryUntilContextCloses() {
    application(first)
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              Spans.withSpan("running", () -> {});
            });
    Spans.withSpan("closed", () -> {});

    assertThat(first.names()).containsExactly("running");
  }

  @Test
  void returnsToOtherContextWhenLaterContextCloses() {
    application(first)
        .run(
            outer -> {
              application(second).run(inner -> Spans.withSpan("inner", () -> {}));
              Spans.withSpan("outer", () -> {});
            });

    assertThat(first.names()).containsExactly("outer");
    assertThat(second.names()).containsExactly("inner");
  }

  @Test
  void installsWithLazyInitialization() {
    application(first)
        .withInitializer(
            context ->
                context.addBeanFactoryPostProcessor(
                    new LazyInitializationBeanFactoryPostProcessor()))
        .run(context -> Spans.withSpan("lazy", () -> {}));

    assertThat(first.names()).containsExactly("lazy");
  }

  @Test
  void installsNothingIfSeveralInstancesAreCandidates() {
    application(first)
        .withBean("other", OpenTelemetry.class, second::sdk)
        .run(
            context -> {
              assertThat(context).hasNotFailed().doesNotHaveBean(SpansInstaller.class);
              Spans.withSpan("ambiguous", () -> {});
            });

    assertThat(first.names()).isEmpty();
    assertThat(second.names()).isEmpty();
  }

  @Test
  void startsWithoutOpenTelemetry() {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(SpansAutoConfiguration.class))
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(SpansInstaller.class));
  }

  private static ApplicationContextRunner application(InMemorySdk sdk) {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(SpansAutoConfiguration.class))
        .withBean(
            "openTelemetry", OpenTelemetry.class, sdk::sdk, bean -> bean.setDestroyMethodName(""));
  }
}
