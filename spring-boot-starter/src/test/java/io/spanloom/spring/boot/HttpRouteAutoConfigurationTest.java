package io.spanloom.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.spanloom.support.InMemorySdk;
import io.spanloom.telemetry.http.ServletSpans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

final class HttpRouteAutoConfigurationTest {

  private final InMemorySdk recorded = new InMemorySdk();

  @BeforeEach
  void register() {
    GlobalOpenTelemetry.resetForTest();
    GlobalOpenTelemetry.set(recorded.sdk());
  }

  @AfterEach
  void reset() {
    GlobalOpenTelemetry.resetForTest();
    recorded.close();
  }

  @Test
  void namesServerSpanAfterPatternOfHandler() {
    new WebApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                DispatcherServletAutoConfiguration.class,
                WebMvcAutoConfiguration.class,
                HttpRouteAutoConfiguration.class))
        .withBean(Orders.class)
        .run(
            context ->
                MockMvcBuilders.webAppContextSetup(context)
                    .addFilters(new ServletSpans())
                    .build()
                    .perform(get("/shop/orders/7").contextPath("/shop")));

    assertThat(recorded.names()).containsExactly("GET /shop/orders/{id}");
  }

  @RestController
  static final class Orders {

    @GetMapping("/orders/{id}")
    String order(@PathVariable("id") String id) {
      return id;
    }
  }
}
