package io.spanloom.telemetry.jdbc;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.api.incubator.semconv.db.SqlDialect;
import io.opentelemetry.instrumentation.api.incubator.semconv.db.SqlQuery;
import io.opentelemetry.instrumentation.api.incubator.semconv.db.SqlQueryAnalyzer;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.spanloom.support.RandomChoices;
import io.spanloom.support.RandomTest;
import io.spanloom.telemetry.AutoconfiguredSdk;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements of databases that no test can run, in spans as the instrumentation creates them. */
final class SanitizedQuerySpanTest {

  private static final String SECRET = "geheim";

  /** Selects the stable names of attributes before the first instrumentation reads the setting. */
  @BeforeAll
  static void selectStableNames() {
    new AutoconfiguredSdk().close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "oracle.db|select q'[it's geheim and it's]' from t|select ? from t|select t",
        "oracle.db|select nq'{geheim's}', NQ'<a'b>', Q'!it's!' from t|select ?, ?, ? from t|select t",
        "oracle.db|select q'(a)' + 'geheim' from t|select ? + ? from t|select t",
        "oracle.db|select faq 'geheim' from t|select faq ? from t|select t",
        "oracle.db|select \"q\" from t where a = q'xit's geheimx'|select \"q\" from t where a = ?|select t",
        "postgresql|select $$it's geheim$$ from t|select ? from t|select t",
        "postgresql|select $a$ $$ 'geheim $a$, $1 from t|select ?, $1 from t|select t",
        "postgresql|select a[1], array['geheim'] from t|select a[1], array[?] from t|select t",
        "mysql|select a from t where b = \"it's geheim\"|select a from t where b = ?|select t",
        "mysql|select/*+ x */a from/**/t|select a from t|select t",
        "mysql|select a -- it's geheim|select a|select",
        "other_sql|select 'it''s geheim' /* it's */ from t -- 'geheim'|select ? from t|select t"
      })
  void replacesLiterals(String system, String statement, String text, String summary) {
    SpanData span = sanitized(system, statement);

    assertThat(span.getAttributes().get(stringKey("db.query.text"))).isEqualTo(text);
    assertThat(span.getAttributes().get(stringKey("db.query.summary"))).isEqualTo(summary);
    assertThat(span.toString()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select q'[it's geheim and it's]' from t",
        "select /* a /* b */ geheim */ c from t",
        "select /* a /* 'b */ geheim */ c' from t",
        "select a */ geheim from t",
        "select a /* geheim from t",
        "select 'a\\'geheim'',\\'' from t",
        "select $$it's geheim and it's$$ from t",
        "select [it's] from t where a = 'geheim' or b = [x's]",
        "select `it's`, 'geheim', `x's` from t",
        "select a--'b\n geheim','c--d'",
        "select 'geheim",
        "select \"geheim",
        "select a # it's\n, 'geheim' # it's"
      })
  void removesStatementThatDatabasesReadDifferently(String statement) {
    SpanData span = sanitized("other_sql", statement);

    assertThat(span.getAttributes().asMap()).containsOnlyKeys(stringKey("db.system.name"));
    assertThat(span.getName()).isEqualToIgnoringCase("select");
  }

  @RandomTest
  void exportsNoPartOfLiteral(RandomChoices random) {
    String system =
        random.oneOf("oracle.db", "postgresql", "mysql", "microsoft.sql_server", "other_sql");
    List<String> parts = random.list(1, 6, () -> part(system, random));
    String statement =
        random.oneOf("select ", "insert into t values(", "/* it's */ update ")
            + String.join(random.oneOf(", ", " ", " from t where a = ", "\n"), parts);

    SpanData span = sanitized(system, statement);

    assertThat(span.getAttributes().toString() + span.getName())
        .as(statement)
        .doesNotContain(SECRET);
  }

  /** Returns a literal, a comment or another part of a statement in the syntax of a database. */
  private static String part(String system, RandomChoices random) {
    String content = content(random) + SECRET + content(random);
    String quoted = content.replace("'", "''");
    return switch (random.between(1, 10)) {
      case 1 -> "a";
      case 2 -> "b--";
      case 3 -> "-- " + content.replace("\n", " ") + "\n";
      case 4 -> system.equals("oracle.db") ? "q'[" + content.replace("]'", "") + "]'" : "c[1]";
      case 5 -> system.equals("oracle.db") ? "nq'!" + content.replace("!'", "") + "!'" : "/";
      case 6 -> system.equals("postgresql") ? "$a$" + content.replace("$a$", "") + "$a$" : "$";
      case 7 -> system.equals("mysql") ? "'" + quoted.replace("''", "\\'") + "'" : "d * 2";
      case 8 -> system.equals("mysql") ? "\"" + content.replace("\"", "") + "\"" : "e";
      default -> system.equals("mysql") ? "'" + quoted.replace("\\", "") + "'" : "'" + quoted + "'";
    };
  }

  private static String content(RandomChoices random) {
    return String.join(
        "",
        random.list(
            0,
            4,
            () ->
                random.oneOf(
                    "'", "\"", "\\", "/*", "*/", "--", "#", "[", "]", "$$", "$a$", "`", "\n", " ",
                    "q'")));
  }

  private static SpanData sanitized(String system, String statement) {
    SqlQuery query =
        SqlQueryAnalyzer.create(true)
            .analyzeWithSummary(statement, SqlDialect.DOUBLE_QUOTES_ARE_STRING_LITERALS);
    String summary = query.getQuerySummary() == null ? "query" : query.getQuerySummary();
    return SanitizedQuerySpan.of(
        TestSpanData.builder()
            .setName(summary)
            .setKind(SpanKind.CLIENT)
            .setStartEpochNanos(1)
            .setEndEpochNanos(2)
            .setHasEnded(true)
            .setStatus(StatusData.unset())
            .setAttributes(
                Attributes.builder()
                    .put("db.system.name", system)
                    .put("db.query.text", statement)
                    .put("db.query.summary", summary)
                    .build())
            .build());
  }
}
