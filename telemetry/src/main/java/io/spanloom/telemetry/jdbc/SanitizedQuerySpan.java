package io.spanloom.telemetry.jdbc;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.instrumentation.api.incubator.semconv.db.SqlDialect;
import io.opentelemetry.instrumentation.api.incubator.semconv.db.SqlQuery;
import io.opentelemetry.instrumentation.api.incubator.semconv.db.SqlQueryAnalyzer;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.ExceptionEventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JDBC span without the literals that the instrumentation leaves in it: the semantic conventions
 * keep the text of prepared statements, and the exception messages of drivers quote the statement.
 */
final class SanitizedQuerySpan extends DelegatingSpanData {

  /** The instrumentation scope of JDBC spans. */
  static final String SCOPE = "io.opentelemetry.jdbc";

  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
  private static final AttributeKey<String> TEXT = AttributeKey.stringKey("db.query.text");
  private static final AttributeKey<String> SUMMARY = AttributeKey.stringKey("db.query.summary");
  private static final AttributeKey<String> TYPE = AttributeKey.stringKey("exception.type");
  private static final AttributeKey<String> STACK_TRACE =
      AttributeKey.stringKey("exception.stacktrace");

  private static final SqlQueryAnalyzer ANALYZER = SqlQueryAnalyzer.create(true);

  /** Traces of literals and comments that the analyzer did not understand. */
  private static final Pattern UNSAFE = Pattern.compile("['\\\\]|/\\*|\\*/");

  /** Starts a comment in MySQL; an operator in other dialects. */
  private static final String MYSQL_COMMENT = "#";

  private final @Nullable String original;
  private final @Nullable SqlQuery query;

  private SanitizedQuerySpan(SpanData span) {
    super(span);
    original = span.getAttributes().get(TEXT);
    query = original == null ? null : analyze(original, span.getAttributes().get(SYSTEM));
  }

  /** Returns a span of {@link #SCOPE} without literals. */
  static SpanData of(SpanData span) {
    return new SanitizedQuerySpan(span);
  }

  /** Returns the statement without literals, or null if it may still contain some. */
  private static @Nullable SqlQuery analyze(String text, @Nullable String system) {
    String known = system == null ? "" : system;
    String withoutLiterals = SqlSanitizer.withoutLiterals(text, known);
    if (withoutLiterals == null) {
      return null;
    }
    boolean quotedIdentifiers = SqlSanitizer.quotesIdentifiers(known);
    SqlDialect dialect =
        quotedIdentifiers
            ? SqlDialect.DOUBLE_QUOTES_ARE_IDENTIFIERS
            : SqlDialect.DOUBLE_QUOTES_ARE_STRING_LITERALS;
    SqlQuery result = ANALYZER.analyzeWithSummary(withoutLiterals, dialect);
    String sanitized = result.getQueryText();
    boolean unsafe =
        sanitized == null
            || UNSAFE.matcher(sanitized).find()
            || (!quotedIdentifiers && sanitized.contains(MYSQL_COMMENT));
    return unsafe ? null : result;
  }

  /**
   * Returns the name if it contains no literals, or else only the operation, the name's first word.
   * The instrumentation's own summary may quote literals that it does not understand.
   */
  @Override
  public String getName() {
    String name = super.getName();
    String summary = query == null ? null : query.getQuerySummary();
    boolean safe = original == null || (summary != null && name.endsWith(summary));
    return safe ? name : name.split(" ", 2)[0];
  }

  @Override
  public Attributes getAttributes() {
    if (original == null) {
      return super.getAttributes();
    }
    AttributesBuilder result = super.getAttributes().toBuilder().remove(TEXT).remove(SUMMARY);
    if (query != null) {
      result.put(TEXT, query.getQueryText());
      if (query.getQuerySummary() != null) {
        result.put(SUMMARY, query.getQuerySummary());
      }
    }
    return result.build();
  }

  @Override
  public List<EventData> getEvents() {
    return super.getEvents().stream().map(SanitizedQuerySpan::withoutMessage).toList();
  }

  private static EventData withoutMessage(EventData event) {
    if (!(event instanceof ExceptionEventData exception)) {
      return event;
    }
    Throwable thrown = exception.getException();
    String type = thrown.getClass().getName();
    StringBuilder frames = new StringBuilder(type).append('\n');
    for (StackTraceElement frame : thrown.getStackTrace()) {
      frames.append("\tat ").append(frame).append('\n');
    }
    return EventData.create(
        event.getEpochNanos(),
        event.getName(),
        Attributes.of(TYPE, type, STACK_TRACE, frames.toString()));
  }
}
