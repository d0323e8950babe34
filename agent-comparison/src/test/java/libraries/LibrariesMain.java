package libraries;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.spanloom.telemetry.http.HttpClients;
import io.spanloom.telemetry.http.HttpServerSpans;
import io.spanloom.telemetry.identity.CurrentRequest;
import io.spanloom.telemetry.jdbc.Jdbc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Calls an HTTP client, an HTTP server and a database, each traced by Spanloom telemetry. */
final class LibrariesMain {

  private static final DataSource ORDERS = Jdbc.traced(database());

  private LibrariesMain() {}

  public static void main(String[] arguments) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/orders", LibrariesMain::answer).getFilters().add(new HttpServerSpans());
    server.start();
    InetSocketAddress address = server.getAddress();
    URI order =
        new URI("http", null, address.getHostString(), address.getPort(), "/orders/17", null, null);
    HttpClients.traced(HttpClient.newHttpClient())
        .send(HttpRequest.newBuilder(order).build(), BodyHandlers.discarding());
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    CurrentRequest.user("u-17");
    CurrentRequest.route("/orders/{id}");
    try (Connection connection = ORDERS.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeQuery("select 1").close();
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static JdbcDataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:orders");
    return database;
  }
}
