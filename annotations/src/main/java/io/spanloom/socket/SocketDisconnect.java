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
 * Makes each run of a handler of ended socket connections a SERVER span, with {@code
 * messaging.system} and the {@code socket.event} {@code disconnect}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Traced(kind = SpanKind.SERVER)
@SpanAttribute(value = "socket.event", literal = "disconnect")
public @interface SocketDisconnect {

  /**
   * What carries the sockets.
   *
   * @return {@code messaging.system}, such as {@code socket.io}
   */
  @SpanAttribute("messaging.system")
  String system() default "websocket";

  /**
   * The path to the socket's id, such as {@code socket.id()}, from a parameter of the handler.
   *
   * @return the path to {@code socket.id}, or empty for none
   */
  @SpanAttribute(value = "socket.id", from = SpanAttribute.PATH)
  String id() default "";
}
