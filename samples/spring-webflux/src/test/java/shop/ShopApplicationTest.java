package shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.testing.RecordSpans;
import io.spanloom.testing.RecordedSpans;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Spans of Spring Boot's observations and of traced {@code Mono} and {@code Flux} methods form one
 * tree, and end with their results.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "management.tracing.sampling.probability=1.0")
@RecordSpans
final class ShopApplicationTest {

  private static final AttributeKey<Boolean> CANCELLED =
      AttributeKey.booleanKey("spanloom.cancelled");
  private static final StockServer STOCK = new StockServer();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void stockServer(DynamicPropertyRegistry properties) {
    properties.add("shop.stock.url", STOCK::url);
  }

  @AfterAll
  static void stopStockServer() {
    STOCK.close();
  }

  @Test
  void monoIsOneTrace(RecordedSpans spans) throws Exception {
    assertThat(send("POST", "/stock/reserve?quantity=2").body()).isEqualTo("left: 98");

    spans.awaitAll();
    spans
        .tree()
        .onlyAttributes("stock.quantity")
        .assertIs(
            """
            http post /stock/reserve SERVER
              StockController.reserve
                StockService.reserve {stock.quantity=2}
                  StockService.available
                    StockClient.stock
                      http get CLIENT
                  StockService.take
            """);
    assertThat(
            List.of(
                "http post /stock/reserve",
                "StockController.reserve",
                "StockService.reserve",
                "StockService.available"))
        .allSatisfy(
            name ->
                assertThat(duration(spans.only(name))).isGreaterThanOrEqualTo(StockService.DELAY));
  }

  @Test
  void fluxIsOneTrace(RecordedSpans spans) throws Exception {
    assertThat(send("GET", "/stock/forecast?days=2").body()).isEqualTo("90\n80\n");

    spans.awaitAll();
    spans
        .tree()
        .onlyAttributes("forecast.days", "forecast.day")
        .assertIs(
            """
            http get /stock/forecast SERVER
              StockController.forecast
                StockService.forecast {forecast.days=2}
                  StockService.after {forecast.day=1}
                    StockService.available
                      StockClient.stock
                        http get CLIENT
                    StockService.unsold
                  StockService.after {forecast.day=2}
                    StockService.available
                      StockClient.stock
                        http get CLIENT
                    StockService.unsold
            """);
    assertThat(
            List.of(
                "http get /stock/forecast", "StockController.forecast", "StockService.forecast"))
        .allSatisfy(
            name ->
                assertThat(duration(spans.only(name)))
                    .isGreaterThanOrEqualTo(StockService.DELAY.multipliedBy(2)));
  }

  @Test
  void failedMonoShowsFailedMethodsAndErrorHandler(RecordedSpans spans) throws Exception {
    assertThat(send("POST", "/stock/reserve?quantity=1000").statusCode()).isEqualTo(409);

    spans.awaitAll();
    spans
        .tree()
        .onlyAttributes("error.type")
        .assertIs(
            """
            http post /stock/reserve SERVER
              StockController.reserve {error.type=shop.OutOfStockException} ERROR
                StockService.reserve {error.type=shop.OutOfStockException} ERROR
                  StockService.available
                    StockClient.stock
                      http get CLIENT
                  StockService.take {error.type=shop.OutOfStockException} ERROR
              StockController.outOfStock
            """);
  }

  @Test
  void closedConnectionCancelsSpans(RecordedSpans spans) throws Exception {
    HttpRequest request = request("GET", "/stock/forecast?days=1000");
    try (InputStream body =
        HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.ofInputStream())
            .body()) {
      assertThat(body.readNBytes(3)).asString().isEqualTo("90\n");
    }

    spans.await("http get /stock/forecast");
    spans.awaitAll();
    assertThat(List.of("StockController.forecast", "StockService.forecast"))
        .allSatisfy(
            name -> assertThat(spans.only(name).getAttributes().get(CANCELLED)).as(name).isTrue());
  }

  private static Duration duration(SpanData span) {
    return Duration.ofNanos(span.getEndEpochNanos() - span.getStartEpochNanos());
  }

  private HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request(method, path), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(String method, String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .method(method, HttpRequest.BodyPublishers.noBody())
        .build();
  }
}
