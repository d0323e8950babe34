package assistant.socket;

import assistant.chat.AnswerWorkflow;
import assistant.chat.Audience;
import assistant.chat.Question;
import assistant.chat.RateLimiter;
import assistant.chat.Shutdown;
import assistant.model.ModelException;
import assistant.store.DatabaseException;
import assistant.store.Rooms;
import assistant.store.Sessions;
import assistant.store.Sessions.Session;
import com.corundumstudio.socketio.AckMode;
import com.corundumstudio.socketio.AckRequest;
import com.corundumstudio.socketio.AuthTokenResult;
import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.SocketIOServer;
import com.corundumstudio.socketio.listener.DataListener;
import io.netty.channel.ChannelFuture;
import io.spanloom.WorkflowStep;
import io.spanloom.telemetry.identity.CurrentRequest;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects the handlers to a Socket.IO server on the loopback interface. Thread-safe. */
public final class SocketServer implements Audience, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);

  private static final int MAX_MESSAGE_BYTES = 16_384;
  private static final int THREADS = 16;
  private static final int MAX_WAITING = 1_000;
  private static final String SESSION = "session";
  private static final String TRACE = "trace";

  private final SocketIOServer server;
  private final Sessions sessions;
  private final ExecutorService handlers =
      new ThreadPoolExecutor(
          THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING));

  /**
   * Creates a server that is not started.
   *
   * @param port the port, or 0 for a free one
   * @param sessions the sessions
   */
  public SocketServer(int port, Sessions sessions) {
    this.sessions = sessions;
    Configuration configuration = new Configuration();
    configuration.setHostname("localhost");
    configuration.setPort(port);
    configuration.setMaxFramePayloadLength(MAX_MESSAGE_BYTES);
    configuration.setMaxHttpContentLength(MAX_MESSAGE_BYTES);
    // Compressed frames could exceed the limits once they are decompressed.
    configuration.setWebsocketCompression(false);
    configuration.setHttpCompression(false);
    configuration.setAckMode(AckMode.MANUAL);
    configuration.setExceptionListener(new FailureLog());
    configuration.getSocketConfig().setReuseAddress(true);
    server = new SocketIOServer(configuration);
  }

  /**
   * Starts the server.
   *
   * @param rooms the rooms
   * @param workflow answers questions
   * @param limiter limits the messages of a user
   * @return the port
   */
  public int start(Rooms rooms, AnswerWorkflow workflow, RateLimiter limiter) {
    ChatHandler handler = new ChatHandler(rooms, workflow, limiter);
    // A connect listener would be called before the client sends its token.
    server.getNamespace("").addAuthTokenListener((auth, client) -> connect(auth, client, handler));
    server.addDisconnectListener(
        client ->
            connection(client)
                .ifPresent(
                    each -> identified(each, () -> handler.disconnected(each, each.trace()))));
    server.addEventListener("join", MessagePacket.class, onThread(join(handler)));
    server.addEventListener(
        "message",
        MessagePacket.class,
        onThread(
            (client, connection, packet) -> handler.receive(connection, packet, packet.trace())));
    ChannelFuture started = (ChannelFuture) server.startAsync();
    return ((InetSocketAddress) started.syncUninterruptibly().channel().localAddress()).getPort();
  }

  private static PacketHandler join(ChatHandler handler) {
    return (client, connection, packet) -> {
      Reply reply = handler.join(connection, packet, packet.trace());
      if (reply.equals(Reply.JOINED)) {
        client.joinRoom(packet.room());
      }
      return reply;
    };
  }

  private AuthTokenResult connect(Object auth, SocketIOClient client, ChatHandler handler) {
    Map<?, ?> values = auth instanceof Map<?, ?> map ? map : Map.of();
    Optional<Session> session = sessions.find(String.valueOf(values.get("token")));
    if (session.isEmpty()) {
      return new AuthTokenResult(false, Map.of("message", "unauthorized"));
    }
    client.set(SESSION, session.get());
    if (values.get("traceparent") instanceof String traceparent) {
      client.set(TRACE, Map.of("traceparent", traceparent));
    }
    connection(client)
        .ifPresent(each -> identified(each, () -> handler.connected(each, each.trace())));
    return AuthTokenResult.AuthTokenResultSuccess;
  }

  /** Returns the connection of a client, or empty if it has not signed in or its session ended. */
  private Optional<Connection> connection(SocketIOClient client) {
    Session session = client.get(SESSION);
    if (session == null || sessions.find(session.token()).isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> trace = client.get(TRACE);
    return Optional.of(
        new Connection(
            client.getSessionId().toString(),
            client.getTransport().getValue(),
            session,
            trace == null ? Map.of() : trace));
  }

  /** Runs a handler with the identity of the connection's user on its spans. */
  private static void identified(Connection connection, Runnable handler) {
    CurrentRequest.run(
        () -> {
          CurrentRequest.user(connection.session().user());
          CurrentRequest.session(connection.session().token());
          handler.run();
        });
  }

  /** Handles packets on a handler thread, because handlers block and event loops must not. */
  private DataListener<MessagePacket> onThread(PacketHandler handler) {
    return (client, packet, acknowledgement) -> {
      try {
        handlers.execute(() -> handle(client, packet, acknowledgement, handler));
      } catch (RejectedExecutionException full) {
        acknowledgement.sendAckData(Reply.failed("busy"));
      }
    };
  }

  private void handle(
      SocketIOClient client,
      MessagePacket packet,
      AckRequest acknowledgement,
      PacketHandler handler) {
    Optional<Connection> connection = connection(client);
    if (connection.isEmpty() || packet == null) {
      client.disconnect();
      return;
    }
    identified(
        connection.get(),
        () ->
            acknowledgement.sendAckData(
                replyOf(() -> handler.handle(client, connection.get(), packet))));
  }

  private static Reply replyOf(Supplier<Reply> handler) {
    try {
      return handler.get();
    } catch (DatabaseException failure) {
      LOG.warn("A message failed: {}", failure.getMessage());
      return Reply.failed("database");
    } catch (ModelException failure) {
      LOG.warn("A message failed: {}", failure.getMessage());
      return Reply.failed("model");
    }
  }

  @Override
  public void part(Question question, String text) {
    server
        .getRoomOperations(question.room())
        .sendEvent("part", Map.of("id", question.id(), "text", text));
  }

  @Override
  @WorkflowStep(value = "notify", workflow = "answer", after = "store")
  public void answered(Question question, String answer) {
    server
        .getRoomOperations(question.room())
        .sendEvent("answer", Map.of("id", question.id(), "text", answer));
  }

  /** Accepts no further messages, waits a limited time for the answers, and disconnects clients. */
  @Override
  public void close() {
    Shutdown.await(handlers);
    server.stop();
  }

  /** Handles a packet and returns the reply. */
  private interface PacketHandler {
    Reply handle(SocketIOClient client, Connection connection, MessagePacket packet);
  }
}
