package shop;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.spanloom.Traced;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;

/** Reports the stock over HTTP, without blocking the event loop. */
@Path("/stock")
public class StockResource {

  private final StockService stock;

  StockResource(StockService stock) {
    this.stock = stock;
  }

  /** Reports how many pieces are available. */
  @GET
  @Traced
  public Uni<String> available() {
    return stock.available().map(available -> "available: " + available);
  }

  /** Reports how many pieces will be available on each of the next days. */
  @GET
  @Path("/forecast")
  @Traced
  public Multi<String> forecast(@RestQuery int days) {
    return stock.forecast(days).map(available -> available + ";");
  }
}
