package assistant.socket;

import assistant.chat.AnswerWorkflow;
import assistant.chat.Checks;
import assistant.chat.Question;
import assistant.chat.RateLimiter;
import assistant.chat.Rejection;
import assistant.model.Advisor;
import assistant.store.Rooms;
import io.spanloom.ParentContext;
import io.spanloom.SpanAttribute;
import io.spanloom.runtime.SocketSpan;
import io.spanloom.socket.SocketConnect;
import io.spanloom.socket.SocketDisconnect;
import io.spanloom.socket.SocketEvent;
import io.spanloom.telemetry.identity.CurrentRequest;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles connections and messages. Thread-safe. */
final class ChatHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ChatHandler.class);

  private final Rooms rooms;
  private final AnswerWorkflow workflow;
  private final RateLimiter limiter;

  ChatHandler(Rooms rooms, AnswerWorkflow workflow, RateLimiter limiter) {
    this.rooms = rooms;
    this.workflow = workflow;
    this.limiter = limiter;
  }

  @SocketConnect(system = "socket.io", id = "connection.id()")
  void connected(
      @SpanAttribute(value = "socket.transport", from = "transport()") Connection connection,
      @ParentContext Map<String, String> trace) {
    LOG.info("Socket {} connected", connection.id());
  }

  @SocketDisconnect(system = "socket.io", id = "connection.id()")
  void disconnected(
      @SpanAttribute(value = "socket.transport", from = "transport()") Connection connection,
      @ParentContext Map<String, String> trace) {
    LOG.info("Socket {} disconnected", connection.id());
  }

  @SocketEvent(value = "join", system = "socket.io", id = "connection.id()")
  Reply join(
      @SpanAttribute(value = "socket.transport", from = "transport()") Connection connection,
      MessagePacket packet,
      @ParentContext Map<String, String> trace) {
    if (!Checks.isId(packet.room())) {
      return Reply.rejected(Rejection.INVALID);
    }
    SocketSpan.room(packet.room());
    return rooms.belongsTo(packet.room(), connection.session().user())
        ? Reply.JOINED
        : Reply.rejected(Rejection.FORBIDDEN);
  }

  @SocketEvent(value = "message", system = "socket.io", id = "connection.id()")
  Reply receive(
      @SpanAttribute(value = "socket.transport", from = "transport()") Connection connection,
      @SpanAttribute(value = "socket.content_length", from = "length()") MessagePacket packet,
      @ParentContext Map<String, String> trace) {
    String user = connection.session().user();
    Optional<Rejection> rejection = Optional.of(Rejection.RATE_LIMIT);
    boolean limited = !limiter.tryAcquire(user);
    SocketSpan.rateLimitExceeded(limited);
    if (!limited) {
      if (Checks.isId(packet.room())) {
        CurrentRequest.attribute("socket.room", packet.room());
        CurrentRequest.attribute("ai.prompt.phase", Advisor.PHASE);
        SocketSpan.room(packet.room());
      }
      rejection = workflow.run(new Question(packet.id(), user, packet.room(), packet.text()));
      SocketSpan.promptInjection(rejection.equals(Optional.of(Rejection.PROMPT_INJECTION)));
      SocketSpan.validationPassed(rejection.isEmpty());
    }
    rejection.ifPresent(reason -> LOG.info("A message of {} was rejected: {}", user, reason));
    return rejection.map(Reply::rejected).orElse(Reply.ANSWERED);
  }
}
