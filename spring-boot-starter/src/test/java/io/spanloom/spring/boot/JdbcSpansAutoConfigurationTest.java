package io.spanloom.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.support.InMemorySdk;
import io.spanloom.telemetry.jdbc.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

final class JdbcSpansAutoConfigurationTest {

  private final InMemorySdk recorded = new InMemorySdk();
  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(JdbcSpansAutoConfiguration.class))
          .withBean(DataSource.class, JdbcSpansAutoConfigurationTest::database);

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void tracesStatementsWithOpenTelemetryOfContext() {
    application
        .withBean(OpenTelemetry.class, recorded::sdk, bean -> bean.setDestroyMethodName(""))
        .run(context -> query(context.getBean(DataSource.class)));

    assertThat(recorded.names()).containsExactly("select information_schema.users");
  }

  @Test
  void tracesWithoutOpenTelemetryOfContext() {
    application.run(
        context -> {
          DataSource source = context.getBean(DataSource.class);
          assertThat(Jdbc.traced(source)).isSameAs(source);
          query(source);
        });
  }

  @Test
  void leavesDataSourceUnchangedWithoutTelemetry() {
    application
        .withClassLoader(new FilteredClassLoader(Jdbc.class))
        .run(
            context ->
                assertThat(context.getBean(DataSource.class)).isInstanceOf(JdbcDataSource.class));
  }

  private static DataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:");
    return database;
  }

  private static void query(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.execute("select user_name from information_schema.users")).isTrue();
    }
  }
}
