package io.spanloom.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.runtime.Spans;
import io.spanloom.support.InMemorySdk;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;

/** Spring's test framework caches the contexts of two tests. */
final class SpansTestExecutionListenerTest {

  @Test
  void recordsInContextOfEachTest() throws Exception {
    TestContextManager shop = new TestContextManager(ShopTest.class);
    TestContextManager stock = new TestContextManager(StockTest.class);
    run(shop, new ShopTest(), "shop");
    run(stock, new StockTest(), "stock");
    run(new TestContextManager(ShopTest.class), new ShopTest(), "shop again");

    assertThat(names(shop)).containsExactly("shop", "shop again");
    assertThat(names(stock)).containsExactly("stock");
    shop.getTestContext().markApplicationContextDirty(null);
    stock.getTestContext().markApplicationContextDirty(null);
  }

  private static void run(TestContextManager manager, Object test, String span) throws Exception {
    manager.beforeTestClass();
    manager.prepareTestInstance(test);
    Spans.withSpan(span, () -> {});
    manager.afterTestClass();
  }

  private static Iterable<String> names(TestContextManager manager) {
    return manager.getTestContext().getApplicationContext().getBean(InMemorySdk.class).names();
  }

  @ContextConfiguration(classes = Sdk.class)
  static final class ShopTest {}

  @ContextConfiguration(classes = {Sdk.class, Other.class})
  static final class StockTest {}

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(SpansAutoConfiguration.class)
  static class Sdk {

    @Bean
    InMemorySdk recorded() {
      return new InMemorySdk();
    }

    @Bean(destroyMethod = "")
    OpenTelemetry openTelemetry(InMemorySdk recorded) {
      return recorded.sdk();
    }
  }

  /** Makes the second test's context another one. */
  @Configuration(proxyBeanMethods = false)
  static class Other {}
}
