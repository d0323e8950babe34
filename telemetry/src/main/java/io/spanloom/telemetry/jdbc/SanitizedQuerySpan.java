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
 * The span of a statement without what the instrumentation leaves of its literals: it keeps the
 * text of a prepared statement as it is, because the semantic conventions say so, and a driver's
 * exception quotes the statement.
 */
final class SanitizedQuerySpan extends DelegatingSpanData {

  /** The instrumentation scope of those spans. */
  static final String SCOPE = "io.opentelemetry.jdbc";

  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
  private static final AttributeKey<String> TEXT = AttributeKey.stringKey("db.query.text");
  private static final AttributeKey<String> SUMMARY = AttributeKey.stringKey("db.query.summary");
  private static final AttributeKey<String> TYPE = AttributeKey.stringKey("exception.type");
  private static final AttributeKey<String> STACK_TRACE =
      AttributeKey.stringKey("exception.stacktrace");

  /** Elsewhere a text in double quotes may be a literal. */
  private static final Set<String> QUOTING_NAMES =
      Set.of("postgresql", "oracle.db", "ibm.db2", "sap.hana", "hsqldb", "derby", "clickhouse");

  private static final SqlQueryAnalyzer ANALYZER = SqlQueryAnalyzer.create(true);
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|--[^\\n]*");

  /** What is left of literals and comments of a dialect that was not understood. */
  private static final Pattern DOUBTFUL = Pattern.compile("['\\\\]|/\\*");

  /** The comments of MySQL; elsewhere an operator. */
  private static final String MORE_DOUBTFUL = "#";

  private final @Nullable String text;
  private final boolean doubtful;

  private SanitizedQuerySpan(SpanData span) {
    super(span);
    String system = span.getAttributes().get(SYSTEM);
    boolean quotesNames = system != null && QUOTING_NAMES.contains(system);
    String found = span.getAttributes().get(TEXT);
    text = found == null ? null : sanitized(found, quotesNames);
    doubtful =
        text != null
            && (DOUBTFUL.matcher(text).find() || (!quotesNames && text.contains(MORE_DOUBTFUL)));
  }

  /** Returns a span of {@link #SCOPE} as it may leave the program. */
  static SpanData of(SpanData span) {
    return new SanitizedQuerySpan(span);
  }

  private static String sanitized(String text, boolean quotesNames) {
    SqlDialect dialect =
        quotesNames
            ? SqlDialect.DOUBLE_QUOTES_ARE_IDENTIFIERS
            : SqlDialect.DOUBLE_QUOTES_ARE_STRING_LITERALS;
    String result = ANALYZER.analyzeWithSummary(text, dialect).getQueryText();
    return result == null ? "" : COMMENT.matcher(result).replaceAll("").strip();
  }

  /** Only its first word, the operation, where the statement was not understood for certain. */
  @Override
  public String getName() {
    return doubtful ? super.getName().split(" ", 2)[0] : super.getName();
  }

  @Override
  public Attributes getAttributes() {
    if (text == null) {
      return super.getAttributes();
    }
    return doubtful
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
