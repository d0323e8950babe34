package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The annotations of socket handlers and the attributes that handlers set. */
final class SocketTest {

  @Test
  void recordsSocketHandlerAttributes() {
    ComparedRun compared =
        ComparedRun.run(
            "Chat",
            """
            import io.spanloom.runtime.SocketSpan;
            import io.spanloom.socket.*;
            public class Chat {
              record Socket(String id) {}
              @SocketConnect(system = "socket.io", id = "socket.id()") void joined(Socket socket) { SocketSpan.transport("polling"); }
              @SocketEvent(value = "message", id = "socket.id()") int said(Socket socket, String text) {
                SocketSpan.room("lobby");
                SocketSpan.contentLength(text.length());
                SocketSpan.userId("u1");
                SocketSpan.sessionId(null);
                SocketSpan.rateLimitExceeded(false);
                SocketSpan.promptInjection(text.contains("ignore"));
                SocketSpan.validationPassed(true);
                return text.length();
              }
              @SocketDisconnect void left() { throw new IllegalStateException("gone"); }
              public static Object run() {
                Chat chat = new Chat();
                SocketSpan.id("no span is current");
                chat.joined(new Socket("s1"));
                int length = chat.said(new Socket("s2"), "hello");
                try { chat.left(); } catch (IllegalStateException e) { return e.getMessage() + length; }
                return "";
              }
            }
            """);

    assertThat(compared.tree().replaceAll(" \\[exception.*", ""))
        .isEqualTo(
            """
            Chat.joined SERVER {messaging.system=socket.io, socket.event=connect, socket.id=s1, socket.transport=polling}
            Chat.said CONSUMER {messaging.system=websocket, rate_limit.exceeded=false, security.prompt_injection=false, socket.content_length=5, socket.event=message, socket.id=s2, socket.room=lobby, user.id=u1, validation.passed=true}
            Chat.left SERVER ERROR {error.type=java.lang.IllegalStateException, messaging.system=websocket, socket.event=disconnect}
            """);
  }
}
