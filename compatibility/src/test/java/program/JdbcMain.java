package program;

import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.telemetry.jdbc.Jdbc;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;

/** Executes a statement of a traced data source, whatever the version of OpenTelemetry. */
public final class JdbcMain {

  private JdbcMain() {}

  /**
   * Runs the program.
   *
   * @param arguments ignored
   */
  public static void main(String[] arguments) throws Exception {
    DataSource database = (DataSource) emptyImplementation(DataSource.class);
    try (Connection connection = Jdbc.traced(database, OpenTelemetry.noop()).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select 1");
    }
    System.out.println("statement executed");
  }

  /** Returns an object whose methods return 0, false, null, or such an object. */
  private static Object emptyImplementation(Class<?> type) {
    return Proxy.newProxyInstance(
        JdbcMain.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, values) -> {
          Class<?> result = method.getReturnType();
          if (result.isInterface()) {
            return emptyImplementation(result);
          }
          if (result == boolean.class) {
            return false;
          }
          return result == int.class ? 0 : null;
        });
  }
}
