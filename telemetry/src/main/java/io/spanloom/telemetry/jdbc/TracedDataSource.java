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

/** A data source whose connections are traced from the moment on that the SDK is started. */
final class TracedDataSource implements DataSource {

  private final DataSource plain;
  private final LazyInstrumentation<DataSource> traced;

  TracedDataSource(DataSource plain, LazyInstrumentation<DataSource> traced) {
    this.plain = plain;
    this.traced = traced;
  }

  private DataSource current() {
    DataSource installed = traced.get();
    return installed == null ? plain : installed;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return current().getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return current().getConnection(user, password);
  }

  /** Its connections make no spans. */
  @Override
  public ConnectionBuilder createConnectionBuilder() throws SQLException {
    return plain.createConnectionBuilder();
  }

  @Override
  public ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
    return plain.createShardingKeyBuilder();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws SQLException {
    return plain.getLogWriter();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    plain.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    plain.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return plain.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return plain.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(plain) ? type.cast(plain) : plain.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(plain) || plain.isWrapperFor(type);
  }
}
