package shop;

import com.sun.net.httpserver.HttpContext;
import io.javalin.config.JavalinConfig;
import io.spanloom.telemetry.http.HttpClients;
import io.spanloom.telemetry.http.HttpServerSpans;
import io.spanloom.telemetry.http.ServletSpans;
import io.spanloom.telemetry.identity.CurrentRequest;
import io.spanloom.telemetry.jdbc.Jdbc;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import java.net.http.HttpClient;
import java.util.EnumSet;
import javax.sql.DataSource;

class Wiring {

  DataSource database(DataSource pool) {
    return Jdbc.traced(pool);
  }

  HttpClient client() {
    return HttpClients.traced(HttpClient.newHttpClient());
  }

  void jdkServer(HttpContext context) {
    context.getFilters().add(new HttpServerSpans());
  }

  void servlets(ServletContext context) {
    var filter = context.addFilter("spans", new ServletSpans());
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
  }

  void javalin(JavalinConfig config) {
    config.jetty.modifyServletContextHandler(
        context -> context.addFilter(new ServletSpans(), "/*", EnumSet.of(DispatcherType.REQUEST)));
    config.routes.beforeMatched(
        context -> CurrentRequest.route(context.endpoints().matchedHttpEndpoint().path));
  }
}
