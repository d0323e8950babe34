package shop;

import io.quarkus.runtime.StartupEvent;
import io.spanloom.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Keeps orders in a database, whose statements Quarkus traces. */
@ApplicationScoped
class OrderRepository {

  private final DataSource database;

  OrderRepository(DataSource database) {
    this.database = database;
  }

  void createTables(@Observes StartupEvent start) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table stock (available int not null)");
      statement.execute("create table orders (id varchar primary key, total int not null)");
      statement.execute("insert into stock values (100)");
    }
  }

  @Traced
  int stock() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select available from stock")) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Traced
  void insert(String id, int total) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("insert into orders (id, total) values (?, ?)")) {
      statement.setString(1, id);
      statement.setInt(2, total);
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
