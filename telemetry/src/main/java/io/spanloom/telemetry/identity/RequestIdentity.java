package io.spanloom.telemetry.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who a request belongs to. It is kept in the request's context, so that the spans below get it,
 * and not in the baggage, which leaves the process with every outgoing call. Safe for many threads.
 */
public final class RequestIdentity {

  /**
   * What is known of a request; {@code session.id} and {@code user.id} are semantic conventions.
   */
  public enum Kind {
    REQUEST("request.id"),
    SESSION("session.id"),
    USER("user.id");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** Its key on spans, and in the baggage of those who want it there. */
    String key() {
      return key;
    }
  }

  private static final ContextKey<RequestIdentity> KEY = ContextKey.named("spanloom-identity");
  private static final int LONGEST = 128;
  private static final int DIGEST_BYTES = 8;

  private final Map<Kind, String> ids = new EnumMap<>(Kind.class);
  private Span request = Span.getInvalid();

  public static @Nullable RequestIdentity of(Context context) {
    return context.get(KEY);
  }

  /** Adds this to a context, and takes what callers said out of it, lest it be passed on. */
  Context storedIn(Context context) {
    Baggage said = Baggage.fromContext(context);
    if (said.isEmpty()) {
      return context.with(KEY, this);
    }
    BaggageBuilder others = said.toBuilder();
    for (Kind kind : Kind.values()) {
      others.remove(kind.key());
    }
    return context.with(others.build()).with(KEY, this);
  }

  /** Takes the span of the request, for what is learned later. */
  public synchronized void isOf(Span span) {
    request = span;
    writeOnto(span);
  }

  synchronized void writeOnto(Span span) {
    ids.forEach((kind, id) -> span.setAttribute(kind.key, id));
  }

  public synchronized @Nullable String get(Kind kind) {
    return ids.get(kind);
  }

  /**
   * Takes an id from now on.
   *
   * @param kind whose id
   * @param id any text, or null for nothing new
   */
  synchronized void set(Kind kind, @Nullable String id) {
    if (id != null && !id.isBlank()) {
      String clean = cleaned(id);
      ids.put(kind, clean);
      request.setAttribute(kind.key, clean);
    }
  }

  /** Adds what is known to a baggage. */
  public synchronized Baggage addedTo(Baggage baggage) {
    BaggageBuilder result = baggage.toBuilder();
    ids.forEach((kind, id) -> result.put(kind.key(), id));
    return result.build();
  }

  /** Whoever reads the id of a session could take the session over. */
  static @Nullable String digest(@Nullable String id) {
    try {
      return id == null
          ? null
          : HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8)), 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every JDK has it
    }
  }

  private static String cleaned(String id) {
    String text = id.strip();
    int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
    StringBuilder result = new StringBuilder();
    text.substring(0, end).codePoints().forEach(c -> result.appendCodePoint(isText(c) ? c : '?'));
    return result.toString();
  }

  /** No control character, no line or paragraph separator, no half of a surrogate pair. */
  private static boolean isText(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
