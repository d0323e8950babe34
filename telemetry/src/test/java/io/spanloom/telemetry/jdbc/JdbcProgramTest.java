package io.spanloom.telemetry.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.ForkedJvm;
import io.spanloom.telemetry.Telemetry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Statements in a separate JVM, because a JVM chooses the attribute names only once. */
@Tag("slow")
final class JdbcProgramTest {

  @Test
  void usesStableNamesAndNoLiterals() throws Exception {
    assertThat(run())
        .contains("select t  [CLIENT]", "db.query.text = select a from t where a = ?")
        .contains("✖ org.h2.jdbc.JdbcSQLSyntaxErrorException")
        .doesNotContain("db.statement", "4711", "io.spanloom.telemetry.library ");
  }

  @Test
  void keepsTheUsersChoiceOfNames() throws Exception {
    assertThat(run("-Dotel.semconv-stability.opt-in=database/dup"))
        .contains("db.query.text = ", "db.statement = ")
        .doesNotContain("4711");
  }

  @Test
  void recordsLiteralsIfConfiguredInTest() throws Exception {
    assertThat(
            run(
                "-Dspanloom.jdbc.query.text=full",
                "-Dotel.resource.attributes=deployment.environment.name=test"))
        .contains("db.query.text = select a from t where a = 4711")
        .doesNotContain("is ignored");
  }

  @Test
  void ignoresConfiguredLiteralsInProduction() throws Exception {
    assertThat(
            run(
                "-Dspanloom.jdbc.query.text=full",
                "-Dotel.resource.attributes=deployment.environment.name=production"))
        .containsOnlyOnce("SPANLOOM_JDBC_QUERY_TEXT=full is ignored: ")
        .contains("(was production).", "db.query.text = select a from t where a = ?")
        .doesNotContain("4711");
  }

  private static String run(String... options) throws Exception {
    return ForkedJvm.of(Program.class)
        .property("otel.traces.exporter", "tree")
        .property("otel.metrics.exporter", "none")
        .property("otel.logs.exporter", "none")
        .options(List.of(options))
        .variable("COLUMNS", "1000") // wide enough that no line is truncated
        .run();
  }

  /** Creates its data source before the SDK starts. */
  static final class Program {

    private static final DataSource DATABASE = Jdbc.traced(database());

    public static void main(String[] arguments) throws Exception {
      Telemetry telemetry = Telemetry.start();
      try (Connection connection = DATABASE.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create table t(a int)");
        statement.executeQuery("select a from t where a = 4711").close();
        statement.executeQuery("select b from nowhere where b = '4711 http://me:it@host'").close();
      } catch (SQLException expected) {
        telemetry.stop();
      }
    }

    private static JdbcDataSource database() {
      JdbcDataSource database = new JdbcDataSource();
      database.setURL("jdbc:h2:mem:setup");
      return database;
    }
  }
}
