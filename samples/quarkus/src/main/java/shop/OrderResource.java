package shop;

import io.spanloom.Traced;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Takes orders over HTTP. */
@Path("/orders/{id}")
public class OrderResource {

  private final OrderService orders;

  OrderResource(OrderService orders) {
    this.orders = orders;
  }

  /** Places an order. */
  @POST
  @Traced
  public String place(@PathParam("id") String id, @QueryParam("quantity") int quantity) {
    return "total: " + orders.place(id, quantity);
  }

  @ServerExceptionMapper
  @Traced
  Response outOfStock(OutOfStockException failure) {
    return Response.status(Response.Status.CONFLICT).entity(failure.getMessage()).build();
  }
}
