package io.spanloom.telemetry.jdbc;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.instrumentation.api.incubator.semconv.db.SqlDialect;
import io.opentelemetry.instrumentation.api.incubator.semconv.db.SqlQueryAnalyzer;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.ExceptionEventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Set;
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

  /** The systems that use double quotes for identifiers only; elsewhere they may quote literals. */
  private static final Set<String> QUOTED_IDENTIFIERS =
      Set.of("postgresql", "oracle.db", "ibm.db2", "sap.hana", "hsqldb", "derby", "clickhouse");

  private static final SqlQueryAnalyzer ANALYZER = SqlQueryAnalyzer.create(true);
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|--[^\\n]*");

  /** Traces of literals and comments that the analyzer did not understand. */
  private static final Pattern UNSAFE = Pattern.compile("['\\\\]|/\\*");

  /** Starts a comment in MySQL; an operator in other dialects. */
  private static final String MYSQL_COMMENT = "#";

  private final @Nullable String text;
  private final boolean unsafe;

  private SanitizedQuerySpan(SpanData span) {
    super(span);
    String system = span.getAttributes().get(SYSTEM);
    boolean quotedIdentifiers = system != null && QUOTED_IDENTIFIERS.contains(system);
    String original = span.getAttributes().get(TEXT);
    text = original == null ? null : sanitize(original, quotedIdentifiers);
    unsafe =
        text != null
            && (UNSAFE.matcher(text).find()
                || (!quotedIdentifiers && text.contains(MYSQL_COMMENT)));
  }

  /** Returns a span of {@link #SCOPE} without literals. */
  static SpanData of(SpanData span) {
    return new SanitizedQuerySpan(span);
  }

  private static String sanitize(String text, boolean quotedIdentifiers) {
    SqlDialect dialect =
        quotedIdentifiers
            ? SqlDialect.DOUBLE_QUOTES_ARE_IDENTIFIERS
            : SqlDialect.DOUBLE_QUOTES_ARE_STRING_LITERALS;
    String result = ANALYZER.analyzeWithSummary(text, dialect).getQueryText();
    return result == null ? "" : COMMENT.matcher(result).replaceAll("").strip();
  }

  /** Returns only the operation, the name's first word, if the statement may contain literals. */
  @Override
  public String getName() {
    return unsafe ? super.getName().split(" ", 2)[0] : super.getName();
  }

  @Override
  public Attributes getAttributes() {
    if (text == null) {
      return super.getAttributes();
    }
    return unsafe
        ? super.getAttributes().toBuilder().remove(TEXT).remove(SUMMARY).build()
        : super.getAttributes().toBuilder().put(TEXT, text).build();
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
