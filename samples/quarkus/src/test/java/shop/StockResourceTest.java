package shop;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.spanloom.testing.RecordSpans;
import io.spanloom.testing.RecordedSpans;
import org.junit.jupiter.api.Test;

/** Spans of a {@code Uni} and a {@code Multi} nest, and end with their results. */
@QuarkusTest
@RecordSpans
class StockResourceTest {

  @Test
  void uniIsOneTrace(RecordedSpans spans) {
    given().get("/stock").then().statusCode(200).body(is("available: 100"));

    spans.awaitAll();
    spans
        .tree()
        .onlyAttributes()
        .assertIs(
            """
            GET /stock SERVER
              StockResource.available
                StockService.available
                  OrderRepository.stock
                    DataSource.getConnection
                    SELECT shop.stock CLIENT
                  StockService.sellable
            """);
  }

  @Test
  void multiIsOneTrace(RecordedSpans spans) {
    given().get("/stock/forecast?days=2").then().statusCode(200).body(is("90;80;"));

    spans.awaitAll();
    spans
        .tree()
        .onlyAttributes("forecast.days", "forecast.day")
        .assertIs(
            """
            GET /stock/forecast SERVER
              StockResource.forecast
                StockService.forecast {forecast.days=2}
                  StockService.after {forecast.day=1}
                    StockService.available
                      OrderRepository.stock
                        DataSource.getConnection
                        SELECT shop.stock CLIENT
                      StockService.sellable
                  StockService.after {forecast.day=2}
                    StockService.available
                      OrderRepository.stock
                        DataSource.getConnection
                        SELECT shop.stock CLIENT
                      StockService.sellable
            """);
  }
}
