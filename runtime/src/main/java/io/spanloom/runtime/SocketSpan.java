package io.spanloom.runtime;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.runtime.woven.RecordingSpan;
import org.jspecify.annotations.Nullable;

/**
 * What the body of a socket handler has to say of the current span. Without effect where that does
 * not record; a value that is null sets nothing; nothing here throws. For the thread whose span it
 * is.
 */
public final class SocketSpan {

  private static final AttributeKey<String> ID = AttributeKey.stringKey("socket.id");
  private static final AttributeKey<String> ROOM = AttributeKey.stringKey("socket.room");
  private static final AttributeKey<String> TRANSPORT = AttributeKey.stringKey("socket.transport");
  private static final AttributeKey<Long> LENGTH = AttributeKey.longKey("socket.content_length");
  private static final AttributeKey<String> USER = AttributeKey.stringKey("user.id");
  private static final AttributeKey<String> SESSION = AttributeKey.stringKey("session.id");
  private static final AttributeKey<Boolean> EXCEEDED =
      AttributeKey.booleanKey("rate_limit.exceeded");
  private static final AttributeKey<Boolean> INJECTION =
      AttributeKey.booleanKey("security.prompt_injection");
  private static final AttributeKey<Boolean> PASSED = AttributeKey.booleanKey("validation.passed");

  private SocketSpan() {}

  /**
   * Sets {@code socket.id}.
   *
   * @param id the socket's id
   */
  public static void id(@Nullable String id) {
    set(ID, id);
  }

  /**
   * Sets {@code socket.room}.
   *
   * @param room the room that is spoken in
   */
  public static void room(@Nullable String room) {
    set(ROOM, room);
  }

  /**
   * Sets {@code socket.transport}.
   *
   * @param transport such as {@code websocket} or {@code polling}
   */
  public static void transport(@Nullable String transport) {
    set(TRANSPORT, transport);
  }

  /**
   * Sets {@code socket.content_length}.
   *
   * @param bytes the length of the message in bytes
   */
  public static void contentLength(long bytes) {
    set(LENGTH, bytes);
  }

  /**
   * Sets {@code user.id} (semantic conventions, user).
   *
   * @param id the user's id
   */
  public static void userId(@Nullable String id) {
    set(USER, id);
  }

  /**
   * Sets {@code session.id} (semantic conventions, session).
   *
   * @param id the session's id
   */
  public static void sessionId(@Nullable String id) {
    set(SESSION, id);
  }

  /**
   * Sets {@code rate_limit.exceeded}.
   *
   * @param exceeded whether the sender sends too much
   */
  public static void rateLimitExceeded(boolean exceeded) {
    set(EXCEEDED, exceeded);
  }

  /**
   * Sets {@code security.prompt_injection}.
   *
   * @param found whether the message was taken for one that gives orders to a model
   */
  public static void promptInjection(boolean found) {
    set(INJECTION, found);
  }

  /**
   * Sets {@code validation.passed}.
   *
   * @param passed whether the message is as it should be
   */
  public static void validationPassed(boolean passed) {
    set(PASSED, passed);
  }

  private static <T> void set(AttributeKey<T> key, @Nullable T value) {
    RecordingSpan span = value == null ? null : RecordingSpan.ofCurrent();
    if (span != null) {
      span.attribute(key, value);
    }
  }
}
