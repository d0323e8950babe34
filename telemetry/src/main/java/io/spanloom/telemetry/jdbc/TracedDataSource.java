package io.spanloom.telemetry.jdbc;

import io.spanloom.telemetry.library.LazyInstrumentation;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.ShardingKeyBuilder;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source whose connections are traced once the SDK has started. It is closeable, because
 * frameworks close the pool that they know, which may be this wrapper.
 */
final class TracedDataSource implements DataSource, AutoCloseable {

  private final DataSource delegate;
  private final LazyInstrumentation<Instrumented> instrumented;

  TracedDataSource(DataSource delegate, LazyInstrumentation<Instrumented> instrumented) {
    this.delegate = delegate;
    this.instrumented = instrumented;
  }

  /**
   * The data source once the SDK has started.
   *
   * @param dataSource the source of traced connections
   * @param failures records failed attempts to get a connection
   */
  record Instrumented(DataSource dataSource, ConnectionFailures failures) {}

  /** A way to get a connection from a data source. */
  private interface Attempt {
    Connection connect(DataSource dataSource) throws SQLException;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return connect(DataSource::getConnection);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return connect(dataSource -> dataSource.getConnection(user, password));
  }

  private Connection connect(Attempt attempt) throws SQLException {
    Instrumented active = instrumented.get();
    if (active == null) {
      return attempt.connect(delegate);
    }
    long start = System.nanoTime();
    try {
      return attempt.connect(active.dataSource());
    } catch (SQLException | RuntimeException failure) {
      active.failures().record(failure, System.nanoTime() - start);
      throw failure;
    }
  }

  /** Closes the data source itself if it can be closed. */
  @Override
  public void close() throws SQLException {
    if (delegate instanceof AutoCloseable pool) {
      try {
        pool.close();
      } catch (SQLException | RuntimeException failure) {
        throw failure;
      } catch (Exception failure) {
        if (failure instanceof InterruptedException) {
          Thread.currentThread().interrupt();
        }
        throw new SQLException("The data source could not be closed", failure);
      }
    }
  }

  /** Returns the builder of the data source itself; its connections are not traced. */
  @Override
  public ConnectionBuilder createConnectionBuilder() throws SQLException {
    return delegate.createConnectionBuilder();
  }

  @Override
  public ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
    return delegate.createShardingKeyBuilder();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws SQLException {
    return delegate.getLogWriter();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    delegate.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    delegate.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return delegate.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return delegate.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(delegate) ? type.cast(delegate) : delegate.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(delegate) || delegate.isWrapperFor(type);
  }
}
