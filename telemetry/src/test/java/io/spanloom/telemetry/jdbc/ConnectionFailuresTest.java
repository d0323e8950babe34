package io.spanloom.telemetry.jdbc;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.runtime.Spans;
import io.spanloom.telemetry.library.RecordedSdk;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ConnectionFailuresTest {

  private static final String SECRET = "geheim";

  private final RecordedSdk recorded = new RecordedSdk();
  private final JdbcDataSource missing = new JdbcDataSource();
  private final DataSource traced = Jdbc.traced(missing, recorded.sdk());

  ConnectionFailuresTest() {
    missing.setURL("jdbc:h2:mem:" + SECRET + ";IFEXISTS=TRUE");
  }

  @AfterEach
  void close() {
    assertThat(recorded.all().toString()).doesNotContain(SECRET);
    recorded.close();
  }

  @Test
  void recordsFailedConnectionWithoutMessage() {
    Spans.withSpan(
        "place",
        () -> {
          assertThatThrownBy(traced::getConnection).isInstanceOf(SQLException.class);
          assertThatThrownBy(() -> traced.getConnection("sa", SECRET))
              .isInstanceOf(SQLException.class);
        });

    List<SpanData> spans = recorded.await(3, SpanKind.INTERNAL);
    assertThat(spans)
        .extracting(SpanData::getName)
        .containsExactly("JdbcDataSource.getConnection", "JdbcDataSource.getConnection", "place");
    SpanData span = spans.get(0);
    assertThat(span.getParentSpanId()).isEqualTo(spans.get(2).getSpanId());
    assertThat(span.getStartEpochNanos()).isLessThanOrEqualTo(span.getEndEpochNanos());
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getStatus().getDescription()).isEmpty();
    assertThat(span.getAttributes().asMap())
        .isEqualTo(
            Map.of(
                stringKey("code.function.name"),
                "org.h2.jdbcx.JdbcDataSource.getConnection",
                stringKey("db.response.status_code"),
                "90146",
                stringKey("error.type"),
                "90146"));
  }

  @Test
  void recordsSqlStateOrTypeOfFailedConnection() {
    List<Exception> failures =
        List.of(
            new SQLTransientConnectionException(SECRET, "08001"),
            new SQLException(SECRET),
            new IllegalStateException(SECRET));
    for (Exception failure : failures) {
      DataSource failing = Jdbc.traced(pool(failure), recorded.sdk());
      Spans.withSpan("place", () -> assertThatThrownBy(failing::getConnection).isSameAs(failure));
    }

    assertThat(recorded.await(6, SpanKind.INTERNAL))
        .filteredOn(span -> span.getName().endsWith(".getConnection"))
        .extracting(span -> span.getAttributes().get(stringKey("error.type")))
        .containsExactly("08001", "java.sql.SQLException", "java.lang.IllegalStateException");
  }

  @Test
  void recordsNoFailedConnectionOutsideTrace() {
    assertThatThrownBy(traced::getConnection).isInstanceOf(SQLException.class);
    assertThat(recorded.all()).isEmpty();
  }

  private static DataSource pool(Exception failure) {
    return (DataSource)
        Proxy.newProxyInstance(
            ConnectionFailuresTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, values) -> {
              throw failure;
            });
  }
}
