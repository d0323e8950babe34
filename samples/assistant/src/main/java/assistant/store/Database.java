package assistant.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.spanloom.telemetry.jdbc.Jdbc;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** A pool of connections to H2 or PostgreSQL. Thread-safe. */
public final class Database implements AutoCloseable {

  private static final long CONNECTION_TIMEOUT_MILLIS = 3_000;

  private final HikariDataSource pool;
  private final DataSource source;

  private Database(HikariDataSource pool, DataSource source) {
    this.pool = pool;
    this.source = source;
  }

  /**
   * Opens the pool.
   *
   * @param url the JDBC URL, which may contain a user name and a password
   * @return the database, to be closed
   * @throws com.zaxxer.hikari.pool.HikariPool.PoolInitializationException if the database cannot be
   *     reached
   */
  public static Database open(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(10);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    config.setValidationTimeout(CONNECTION_TIMEOUT_MILLIS / 2);
    config.setExceptionOverride(new BrokenConnections());
    HikariDataSource pool = new HikariDataSource(config);
    return new Database(pool, Jdbc.traced(pool));
  }

  /**
   * Returns this database without spans, for statements that are executed often.
   *
   * @return the same database, which is closed with this one
   */
  Database untraced() {
    return new Database(pool, pool);
  }

  /**
   * Creates the tables that do not exist. Other processes may do so at the same time.
   *
   * @throws DatabaseException if the database fails
   */
  public void createTables() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (String command : resource("schema.sql").split(";\\s*", -1)) {
        execute(statement, command);
      }
    } catch (SQLException failure) {
      throw new DatabaseException(failure);
    }
  }

  /** Executes an idempotent command. */
  private static void execute(Statement statement, String command) throws SQLException {
    try {
      statement.execute(command);
    } catch (SQLException concurrent) {
      // PostgreSQL fails if another process creates the table at the same time.
      statement.execute(command);
    }
  }

  /**
   * Reads rows.
   *
   * @param <T> the type of a row
   * @param sql a query with a {@code ?} for each value
   * @param reader reads one row
   * @param values the values
   * @return the rows
   * @throws DatabaseException if the query fails
   */
  <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepare(connection, sql, values);
        ResultSet row = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(reader.read(row));
      }
      return rows;
    } catch (SQLException failure) {
      throw new DatabaseException(failure);
    }
  }

  /** Reads the first row, as {@link #query} does. */
  <T> Optional<T> queryOne(String sql, RowReader<T> reader, Object... values) {
    return query(sql, reader, values).stream().findFirst();
  }

  /**
   * Inserts, updates or deletes rows.
   *
   * @param sql a statement with a {@code ?} for each value
   * @param values the values
   * @return the number of rows
   * @throws DatabaseException if the statement fails
   */
  int update(String sql, Object... values) {
    try (Connection connection = source.getConnection()) {
      return update(connection, sql, values);
    } catch (SQLException failure) {
      throw new DatabaseException(failure);
    }
  }

  /**
   * Executes statements in one transaction. If one of them changes no row, none has an effect.
   *
   * @param updates the statements
   * @return whether the statements have an effect
   * @throws DatabaseException if a statement fails; then none has an effect
   */
  boolean updateAll(List<Update> updates) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false); // the pool rolls back what is not committed
      for (Update update : updates) {
        if (update(connection, update.sql(), update.values().toArray()) == 0) {
          return false;
        }
      }
      connection.commit();
      return true;
    } catch (SQLException failure) {
      throw new DatabaseException(failure);
    }
  }

  private static int update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static String resource(String name) {
    try (InputStream content = Database.class.getResourceAsStream("/" + name)) {
      if (content == null) {
        throw new IllegalStateException(name + " is missing on the class path.");
      }
      return new String(content.readAllBytes(), UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  /**
   * A statement that inserts, updates or deletes rows.
   *
   * @param sql the statement with a {@code ?} for each value
   * @param values the values
   */
  record Update(String sql, List<Object> values) {
    static Update of(String sql, Object... values) {
      return new Update(sql, List.of(values));
    }
  }

  /**
   * Reads a row of a result.
   *
   * @param <T> the type of the row
   */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
