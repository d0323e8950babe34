package shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.testing.RecordSpans;
import io.spanloom.testing.RecordedSpans;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Spans of Spring Boot's observations and of traced methods form one tree. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "management.tracing.sampling.probability=1.0")
@RecordSpans
final class ShopApplicationTest {

  private static final PriceServer PRICES = new PriceServer();

  @LocalServerPort private int port;
  @Autowired private ScheduledTaskHolder scheduled;

  @DynamicPropertySource
  static void priceServer(DynamicPropertyRegistry properties) {
    properties.add("shop.prices.url", PRICES::url);
  }

  @AfterAll
  static void stopPriceServer() {
    PRICES.close();
  }

  @Test
  void orderIsOneTrace(RecordedSpans spans) throws Exception {
    assertThat(post("/orders/o-1?quantity=2").body()).isEqualTo("total: 6");

    spans.await("Notifications.placed");
    spans.awaitAll();
    spans
        .tree()
        .onlyAttributes("order.id", "order.quantity")
        .assertIs(
            """
            http post /orders/{id} SERVER
              OrderController.place
                OrderService.place {order.id=o-1, order.quantity=2}
                  OrderService.reserve
                    OrderRepository.stock CLIENT
                    OrderRepository.take CLIENT
                  OrderService.total
                    PriceClient.price
                      http get CLIENT
                  OrderRepository.insert CLIENT
                  Notifications.placed {order.id=o-1}
            """);
  }

  @Test
  void rejectedOrderShowsFailedMethodsAndErrorHandler(RecordedSpans spans) throws Exception {
    assertThat(post("/orders/o-2?quantity=1000").statusCode()).isEqualTo(409);

    spans.awaitAll();
    spans
        .tree()
        .onlyAttributes("error.type")
        .assertIs(
            """
            http post /orders/{id} SERVER
              OrderController.place {error.type=shop.OutOfStockException} ERROR
                OrderService.place {error.type=shop.OutOfStockException} ERROR
                  OrderService.reserve {error.type=shop.OutOfStockException} ERROR
                    OrderRepository.stock CLIENT
              OrderController.outOfStock
            """);
  }

  @Test
  void scheduledMethodIsTraced(RecordedSpans spans) {
    scheduled.getScheduledTasks().forEach(task -> task.getTask().getRunnable().run());

    spans
        .tree()
        .onlyAttributes()
        .assertIs(
            """
            task report.write OK
              stock.report
                OrderRepository.stock CLIENT
            """);
  }

  private HttpResponse<String> post(String path) throws IOException, InterruptedException {
    URI address = URI.create("http://localhost:" + port + path);
    HttpRequest request =
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.noBody()).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
