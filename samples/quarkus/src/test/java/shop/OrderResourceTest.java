package shop;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.spanloom.testing.RecordSpans;
import io.spanloom.testing.RecordedSpans;
import org.junit.jupiter.api.Test;

/** Spans of Quarkus and of traced methods form one tree. */
@QuarkusTest
@RecordSpans
class OrderResourceTest {

  @Test
  void orderIsOneTrace(RecordedSpans spans) {
    given().post("/orders/o-1?quantity=2").then().statusCode(200).body(is("total: 6"));

    spans.awaitAll();
    spans
        .tree()
        .onlyAttributes("order.id", "order.quantity")
        .assertIs(
            """
            POST /orders/{id} SERVER
              OrderResource.place
                OrderService.place {order.id=o-1, order.quantity=2}
                  OrderService.reserve
                    OrderRepository.stock
                      DataSource.getConnection
                      SELECT shop.stock CLIENT
                  OrderService.total {order.quantity=2}
                  OrderRepository.insert
                    DataSource.getConnection
                    INSERT shop.orders CLIENT
            """);
  }

  @Test
  void rejectedOrderShowsFailedMethodsAndErrorHandler(RecordedSpans spans) {
    given().post("/orders/o-2?quantity=1000").then().statusCode(409);

    spans.awaitAll();
    spans
        .tree()
        .onlyAttributes("error.type")
        .assertIs(
            """
            POST /orders/{id} SERVER
              OrderResource.place {error.type=shop.OutOfStockException} ERROR
                OrderService.place {error.type=shop.OutOfStockException} ERROR
                  OrderService.reserve {error.type=shop.OutOfStockException} ERROR
                    OrderRepository.stock
                      DataSource.getConnection
                      SELECT shop.stock CLIENT
              OrderResource.outOfStock
            """);
  }
}
