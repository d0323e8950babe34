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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request, session and user ID of a request, and attributes of the program. The request's
 * context carries it to the spans of the request; the baggage does not, because it leaves the
 * process with every outgoing call. Thread-safe.
 */
public final class RequestIdentity {

  /** The IDs of a request; {@code session.id} and {@code user.id} are semantic conventions. */
  public enum Kind {
    /** The ID of the request itself. */
    REQUEST("request.id"),
    /** The digest of the user's session. */
    SESSION("session.id"),
    /** The user on whose behalf the request runs. */
    USER("user.id");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** Returns the key of the span attribute and of the baggage entry. */
    String key() {
      return key;
    }
  }

  private static final ContextKey<RequestIdentity> KEY = ContextKey.named("spanloom-identity");
  private static final int MAX_CODE_POINTS = 128;
  private static final int DIGEST_BYTES = 8;
  private static final int MAX_ATTRIBUTES = 16;

  private final Map<Kind, String> ids = new EnumMap<>(Kind.class);
  private final Map<String, String> attributes = new HashMap<>();
  private Span requestSpan = Span.getInvalid();

  /** Returns the identity that a context carries, or null outside a request. */
  public static @Nullable RequestIdentity of(Context context) {
    return context.get(KEY);
  }

  /**
   * Adds this identity to a context, and removes the caller's IDs so that they are not passed on.
   */
  Context storeIn(Context context) {
    Baggage baggage = Baggage.fromContext(context);
    if (baggage.isEmpty()) {
      return context.with(KEY, this);
    }
    BaggageBuilder remaining = baggage.toBuilder();
    for (Kind kind : Kind.values()) {
      remaining.remove(kind.key());
    }
    return context.with(remaining.build()).with(KEY, this);
  }

  /**
   * Copies the IDs to the request's span, now and when they change.
   *
   * @param span the request's span
   */
  public synchronized void attachTo(Span span) {
    requestSpan = span;
    copyTo(span);
  }

  /** Sets the IDs as attributes of a span. */
  synchronized void copyTo(Span span) {
    ids.forEach((kind, id) -> span.setAttribute(kind.key, id));
    attributes.forEach(span::setAttribute);
  }

  /** Returns an ID, or null if unknown. */
  public synchronized @Nullable String get(Kind kind) {
    return ids.get(kind);
  }

  /**
   * Sets an ID and updates the request's span.
   *
   * @param kind which ID
   * @param id the new value, which is sanitized; null or blank keeps the old one
   */
  synchronized void set(Kind kind, @Nullable String id) {
    if (id != null && !id.isBlank()) {
      String sanitized = sanitize(id);
      ids.put(kind, sanitized);
      requestSpan.setAttribute(kind.key, sanitized);
    }
  }

  /** Sets an attribute, which is sanitized, and updates the request's span. Ignores blank text. */
  synchronized void attribute(String key, String value) {
    if (!value.isBlank() && (attributes.size() < MAX_ATTRIBUTES || attributes.containsKey(key))) {
      String sanitized = sanitize(value);
      attributes.put(key, sanitized);
      requestSpan.setAttribute(key, sanitized);
    }
  }

  /** Returns the IDs and attributes by their keys. */
  synchronized Map<String, String> values() {
    Map<String, String> values = new HashMap<>(attributes);
    ids.forEach((kind, id) -> values.put(kind.key, id));
    return Map.copyOf(values);
  }

  /** Sets the IDs and attributes that {@link #values} of another identity has returned. */
  synchronized void setAll(Map<String, String> values) {
    Map<String, String> remaining = new HashMap<>(values);
    for (Kind kind : Kind.values()) {
      set(kind, remaining.remove(kind.key));
    }
    remaining.forEach(this::attribute);
  }

  /** Returns a copy of the baggage with these IDs added. */
  public synchronized Baggage addTo(Baggage baggage) {
    BaggageBuilder result = baggage.toBuilder();
    ids.forEach((kind, id) -> result.put(kind.key(), id));
    return result.build();
  }

  /** Returns a digest, because anyone who reads a session ID could hijack the session. */
  static @Nullable String digest(@Nullable String id) {
    try {
      return id == null
          ? null
          : HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8)), 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every JDK provides SHA-256
    }
  }

  private static String sanitize(String id) {
    String text = id.strip();
    int end =
        text.offsetByCodePoints(
            0, Math.min(MAX_CODE_POINTS, text.codePointCount(0, text.length())));
    StringBuilder result = new StringBuilder();
    text.substring(0, end)
        .codePoints()
        .forEach(c -> result.appendCodePoint(isPrintable(c) ? c : '?'));
    return result.toString();
  }

  /** Returns whether a character is no control, format, separator or lone surrogate character. */
  private static boolean isPrintable(int c) {
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
