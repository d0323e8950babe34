package shop;

import io.spanloom.Traced;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class StockController {

  private final StockService stock;

  StockController(StockService stock) {
    this.stock = stock;
  }

  @PostMapping("/stock/reserve")
  @Traced
  Mono<String> reserve(@RequestParam int quantity) {
    return stock.reserve(quantity).map(left -> "left: " + left);
  }

  @GetMapping(path = "/stock/forecast", produces = MediaType.APPLICATION_NDJSON_VALUE)
  @Traced
  Flux<Integer> forecast(@RequestParam int days) {
    return stock.forecast(days);
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.CONFLICT)
  @Traced
  String outOfStock(OutOfStockException failure) {
    return failure.getMessage();
  }
}
