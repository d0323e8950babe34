package io.spanloom.telemetry.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.ShardingKey;
import java.sql.ShardingKeyBuilder;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source that supports connection builders, which few do; it is its own builder. */
final class ConnectionBuildingDataSource implements DataSource, ConnectionBuilder {

  private final ShardingKeyBuilder shards =
      new ShardingKeyBuilder() {
        @Override
        public ShardingKeyBuilder subkey(Object subkey, SQLType subkeyType) {
          return this;
        }

        @Override
        public ShardingKey build() throws SQLException {
          throw new SQLException("no shards");
        }
      };

  @Override
  public ConnectionBuilder createConnectionBuilder() {
    return this;
  }

  @Override
  public ShardingKeyBuilder createShardingKeyBuilder() {
    return shards;
  }

  @Override
  public ConnectionBuilder user(String name) {
    return this;
  }

  @Override
  public ConnectionBuilder password(String password) {
    return this;
  }

  @Override
  public ConnectionBuilder shardingKey(ShardingKey key) {
    return this;
  }

  @Override
  public ConnectionBuilder superShardingKey(ShardingKey key) {
    return this;
  }

  @Override
  public Connection build() throws SQLException {
    throw new SQLException("no connections");
  }

  @Override
  public Connection getConnection() throws SQLException {
    return build();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return build();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("shop");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("no " + type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
