package program;

import io.spanloom.telemetry.Telemetry;
import io.spanloom.telemetry.http.HttpClients;
import io.spanloom.telemetry.jdbc.Jdbc;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import javax.sql.DataSource;

/** Uses spanloom-telemetry, whatever the version of OpenTelemetry. */
public final class TelemetryMain {

  private TelemetryMain() {}

  /**
   * Runs the program.
   *
   * @param arguments ignored
   */
  public static void main(String[] arguments) throws Exception {
    Telemetry telemetry = Telemetry.start();
    new Orders().root();
    Jdbc.traced(dataSource()).getLoginTimeout();
    HttpClients.traced(HttpClient.newHttpClient()).followRedirects();
    telemetry.stop();
    System.out.println("end of program");
  }

  private static DataSource dataSource() {
    return (DataSource)
        Proxy.newProxyInstance(
            TelemetryMain.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, values) -> method.getReturnType() == int.class ? 0 : null);
  }
}
