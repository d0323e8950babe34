package io.spanloom.telemetry.jdbc;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.runtime.Spans;
import io.spanloom.support.LogCapture;
import io.spanloom.telemetry.library.RecordedSdk;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JdbcTest {

  private static final String SECRET = "geheim";

  private final RecordedSdk recorded = new RecordedSdk();
  private final JdbcDataSource plain = new JdbcDataSource();
  private final DataSource traced = Jdbc.traced(plain, recorded.sdk());

  @BeforeEach
  void createTable() throws SQLException {
    plain.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    try (Connection connection = plain.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table orders(id int primary key, note varchar)");
    }
  }

  @AfterEach
  void close() {
    assertThat(recorded.all().toString()).doesNotContain(SECRET);
    recorded.close();
  }

  @Test
  void startsClientSpanInTheCurrentSpan() throws Exception {
    String parent =
        Spans.withSpan(
            "place",
            () -> {
              execute("insert into orders values(4711, '" + SECRET + "')");
              return Span.current().getSpanContext().getSpanId();
            });

    SpanData span = recorded.only(SpanKind.CLIENT);
    assertThat(span.getName()).isEqualTo("insert orders");
    assertThat(span.getParentSpanId()).isEqualTo(parent);
    assertThat(span.getAttributes().get(stringKey("db.system.name"))).isEqualTo("h2database");
    assertThat(span.getAttributes().get(stringKey("db.query.text")))
        .isEqualTo("insert into orders values(?, ?)");
    assertThat(span.getAttributes().get(stringKey("db.query.summary"))).isEqualTo("insert orders");
    assertThat(span.getAttributes().asMap().keySet())
        .extracting(Object::toString)
        .doesNotContain("db.statement", "db.system", "db.user");
  }

  @Test
  void recordsNoLiteralsOrParametersOfPreparedStatements() throws Exception {
    try (Connection connection = traced.getConnection();
        var statement =
            connection.prepareStatement(
                "select id /* geheim */ from orders where note = ? or note = 'geheim'")) {
      statement.setString(1, SECRET);
      statement.executeQuery().close();
    }

    assertThat(recorded.only(SpanKind.CLIENT).getAttributes().get(stringKey("db.query.text")))
        .isEqualTo("select id from orders where note = ? or note = ?");
  }

  @Test
  void recordsBatchInOneSpan() throws Exception {
    try (Connection connection = traced.getConnection();
        Statement statement = connection.createStatement()) {
      statement.addBatch("insert into orders values(1, 'geheim')");
      statement.addBatch("insert into orders values(2, 'geheim')");
      assertThat(statement.executeBatch()).containsExactly(1, 1);
    }

    SpanData span = recorded.only(SpanKind.CLIENT);
    assertThat(span.getName()).isEqualTo("BATCH insert orders");
    assertThat(span.getAttributes().get(longKey("db.operation.batch.size"))).isEqualTo(2);
  }

  @Test
  void recordsErrorWithoutTheMessageThatQuotesTheStatement() {
    assertThatThrownBy(() -> execute("select * from nowhere where note = 'geheim'"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(SECRET);

    SpanData span = recorded.only(SpanKind.CLIENT);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getAttributes().get(stringKey("error.type"))).isEqualTo("42102");
    assertThat(span.getEvents()).hasSize(1);
    assertThat(span.getEvents().get(0).getAttributes().get(stringKey("exception.type")))
        .isEqualTo("org.h2.jdbc.JdbcSQLSyntaxErrorException");
    assertThat(span.getEvents().get(0).getAttributes().get(stringKey("exception.stacktrace")))
        .startsWith("org.h2.jdbc.JdbcSQLSyntaxErrorException\n\tat ")
        .contains("JdbcTest.");
  }

  @Test
  void doesNotTraceConnectsCommitsAndCloses() throws Exception {
    try (Connection connection = traced.getConnection()) {
      connection.setAutoCommit(false);
      connection.commit();
    }
    assertThat(recorded.all()).isEmpty();
  }

  @Test
  void unwrapsTheOriginalDataSource() throws Exception {
    assertThat(traced.isWrapperFor(JdbcDataSource.class)).isTrue();
    assertThat(traced.unwrap(JdbcDataSource.class)).isSameAs(plain);
    assertThat(traced.getLoginTimeout()).isEqualTo(plain.getLoginTimeout());
  }

  @Test
  void delegatesConnectionBuilders() throws Exception {
    ConnectionBuildingDataSource building = new ConnectionBuildingDataSource();
    DataSource tracedBuilding = Jdbc.traced(building);
    assertThat(tracedBuilding.createConnectionBuilder()).isSameAs(building);
    assertThat(tracedBuilding.createShardingKeyBuilder())
        .isSameAs(building.createShardingKeyBuilder());
  }

  @Test
  void connectsUntracedIfOpenTelemetryFails() throws Exception {
    OpenTelemetry failing =
        new OpenTelemetry() {
          @Override
          public TracerProvider getTracerProvider() {
            throw new IllegalStateException("no tracers");
          }

          @Override
          public ContextPropagators getPropagators() {
            throw new IllegalStateException("no propagators");
          }
        };
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry");
        Connection connection = Jdbc.traced(plain, failing).getConnection()) {
      assertThat(connection.isValid(0)).isTrue();
      assertThat(log.messages()).hasSize(1).first().asString().contains("no tracers");
    }
  }

  @Test
  void connectsUntracedBeforeTheSdkStarts() throws Exception {
    try (Connection connection = Jdbc.traced(plain).getConnection()) {
      assertThat(connection.isValid(0)).isTrue();
      assertThat(connection.getClass().getName()).startsWith("org.h2.");
    }
  }

  @Test
  void leaksNoLiteralInAnyDialectOfQuotes() {
    for (String statement :
        List.of(
            "select 'it\\'s geheim' from orders",
            "select 'a\\' from geheim'",
            "select 'x\\'geheim\\'z', 'b'",
            "select \"geheim\"",
            "select 'geheim",
            "select $tag$geheim$tag$",
            "select N'geheim', E'\\\\geheim' -- geheim",
            "select 1 # geheim")) {
      try {
        execute(statement);
      } catch (SQLException expected) {
        assertThat(expected.getMessage()).isNotEmpty();
      }
      assertThat(recorded.all().toString().contains(SECRET)).as(statement).isFalse();
    }
    assertThat(recorded.of(SpanKind.CLIENT)).hasSizeGreaterThanOrEqualTo(8);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = traced.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void closesPool() throws Exception {
    AtomicInteger closed = new AtomicInteger();
    DataSource source = Jdbc.traced(pool(closed, DataSource.class, AutoCloseable.class));
    assertThat(source).isInstanceOf(AutoCloseable.class);
    ((AutoCloseable) source).close();
    assertThat(closed).hasValue(1);
  }

  @Test
  void doesNotCloseDataSourceThatIsNotCloseable() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    ((AutoCloseable) Jdbc.traced(pool(calls, DataSource.class))).close();
    assertThat(calls).hasValue(0);
  }

  @Test
  void tracesDataSourceOnce() {
    DataSource source = Jdbc.traced(plain);
    assertThat(Jdbc.traced(source)).isSameAs(source);
  }

  private static DataSource pool(AtomicInteger closed, Class<?>... types) {
    return (DataSource)
        Proxy.newProxyInstance(
            JdbcTest.class.getClassLoader(),
            types,
            (proxy, method, values) -> {
              closed.incrementAndGet();
              assertThat(method.getName()).isEqualTo("close");
              return null;
            });
  }
}
