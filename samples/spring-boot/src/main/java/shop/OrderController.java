package shop;

import io.spanloom.Traced;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

  private final OrderService orders;

  OrderController(OrderService orders) {
    this.orders = orders;
  }

  @PostMapping("/orders/{id}")
  @Traced
  String place(@PathVariable String id, @RequestParam int quantity) {
    return "total: " + orders.place(id, quantity);
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.CONFLICT)
  @Traced
  String outOfStock(OutOfStockException failure) {
    return failure.getMessage();
  }
}
