package io.spanloom.runtime;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.runtime.woven.RecordingSpan;
import org.jspecify.annotations.Nullable;

/**
 * Sets attributes of the current span in the body of a socket handler.
 *
 * <p>The methods have no effect if no span is current or the span is not recording, ignore values
 * that are null, and never throw. Call them on the thread on which the span is current.
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
   * @param id the socket's ID
   */
  public static void id(@Nullable String id) {
    set(ID, id);
  }

  /**
   * Sets {@code socket.room}.
   *
   * @param room the name of the chat room or channel
   */
  public static void room(@Nullable String room) {
    set(ROOM, room);
  }

  /**
   * Sets {@code socket.transport}.
   *
   * @param transport the transport, such as {@code websocket} or {@code polling}
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
   * @param id the user's ID
   */
  public static void userId(@Nullable String id) {
    set(USER, id);
  }

  /**
   * Sets {@code session.id} (semantic conventions, session).
   *
   * @param id the session's ID
   */
  public static void sessionId(@Nullable String id) {
    set(SESSION, id);
  }

  /**
   * Sets {@code rate_limit.exceeded}.
   *
   * @param exceeded whether the sender exceeded its rate limit
   */
  public static void rateLimitExceeded(boolean exceeded) {
    set(EXCEEDED, exceeded);
  }

  /**
   * Sets {@code security.prompt_injection}.
   *
   * @param found whether a prompt injection was detected in the message
   */
  public static void promptInjection(boolean found) {
    set(INJECTION, found);
  }

  /**
   * Sets {@code validation.passed}.
   *
   * @param passed whether the message is valid
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
