package io.spanloom.socket;

import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Traces each call of a socket message handler as a CONSUMER span with the attributes {@code
 * messaging.system} and {@code socket.event}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Traced(kind = SpanKind.CONSUMER)
public @interface SocketEvent {

  /**
   * The name of the handled event, recorded as {@code socket.event}.
   *
   * @return the event's name, such as {@code message}
   */
  @SpanAttribute("socket.event")
  String value();

  /**
   * The transport of the messages, recorded as {@code messaging.system}.
   *
   * @return the system, such as {@code socket.io}
   */
  @SpanAttribute("messaging.system")
  String system() default "websocket";

  /**
   * The path to the socket's ID, recorded as {@code socket.id}. The path starts with the name of a
   * parameter of the handler, as in {@code socket.id()}.
   *
   * @return the path, or an empty string for no {@code socket.id} attribute
   */
  @SpanAttribute(value = "socket.id", from = SpanAttribute.PATH)
  String id() default "";

  /**
   * The types of exceptions that are an expected result and not an error, including their
   * subclasses. The span does not record them, and its status stays unset.
   *
   * @return the exception types
   */
  Class<? extends Throwable>[] expected() default {};
}
