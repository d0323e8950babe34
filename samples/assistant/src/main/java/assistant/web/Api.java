package assistant.web;

import assistant.chat.Checks;
import assistant.chat.RateLimiter;
import assistant.store.Accounts;
import assistant.store.DatabaseException;
import assistant.store.Messages;
import assistant.store.Rooms;
import assistant.store.Sessions;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.spanloom.telemetry.identity.CurrentRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles the requests of the HTTP API: sign-in, rooms and their messages. Thread-safe. */
public final class Api implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Api.class);

  private static final Pattern MESSAGES = Pattern.compile("/api/rooms/([^/]+)/messages");
  private static final int MAX_TITLE = 80;
  private static final int HISTORY = 50;

  private final Accounts accounts;
  private final Sessions sessions;
  private final Rooms rooms;
  private final Messages messages;
  private final RateLimiter signIns;

  /**
   * Creates the API.
   *
   * @param accounts the accounts
   * @param sessions the sessions
   * @param rooms the rooms
   * @param messages the messages of the rooms
   * @param signIns limits the attempts to sign in as a user
   */
  public Api(
      Accounts accounts, Sessions sessions, Rooms rooms, Messages messages, RateLimiter signIns) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.rooms = rooms;
    this.messages = messages;
    this.signIns = signIns;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      route(exchange);
    } catch (DatabaseException failure) {
      LOG.warn("A request failed: {}", failure.getMessage());
      Request.respond(exchange, 503);
    } finally {
      exchange.close();
    }
  }

  private void route(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Matcher messagesOfRoom = MESSAGES.matcher(path);
    if (path.equals("/api/sign-in")) {
      CurrentRequest.route("/api/sign-in");
      signIn(exchange);
    } else if (path.equals("/api/rooms")) {
      CurrentRequest.route("/api/rooms");
      rooms(exchange);
    } else if (messagesOfRoom.matches()) {
      CurrentRequest.route("/api/rooms/{room}/messages");
      messages(exchange, messagesOfRoom.group(1));
    } else {
      Request.respond(exchange, 404);
    }
  }

  private void signIn(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      Request.respond(exchange, 405);
      return;
    }
    Optional<JsonNode> body = Request.body(exchange);
    if (body.isEmpty()) {
      Request.respond(exchange, 400);
      return;
    }
    String name = body.get().path("name").asText();
    if (!Checks.isId(name)) {
      Request.respond(exchange, 401);
    } else if (!signIns.tryAcquire(name)) {
      Request.respond(exchange, 429);
    } else if (accounts.verify(name, body.get().path("password").asText())) {
      Sessions.Session session = sessions.start(name);
      CurrentRequest.user(name);
      CurrentRequest.session(session.token());
      LOG.info("User {} signed in", name);
      Request.respond(exchange, Map.of("token", session.token(), "user", name));
    } else {
      LOG.info("A sign-in was refused");
      Request.respond(exchange, 401);
    }
  }

  private void rooms(HttpExchange exchange) throws IOException {
    Optional<String> user = user(exchange);
    if (user.isEmpty()) {
      Request.respond(exchange, 401);
    } else if (exchange.getRequestMethod().equals("GET")) {
      Request.respond(exchange, rooms.of(user.get()));
    } else {
      String title =
          Request.body(exchange).map(body -> body.path("title").asText().strip()).orElse("");
      if (title.isEmpty() || title.length() > MAX_TITLE) {
        Request.respond(exchange, 400);
      } else {
        Request.respond(exchange, rooms.add(user.get(), title));
      }
    }
  }

  private void messages(HttpExchange exchange, String room) throws IOException {
    Optional<String> user = user(exchange);
    if (user.isEmpty()) {
      Request.respond(exchange, 401);
    } else if (!Checks.isId(room) || !rooms.belongsTo(room, user.get())) {
      Request.respond(exchange, 404);
    } else {
      Request.respond(exchange, messages.latest(room, HISTORY));
    }
  }

  private Optional<String> user(HttpExchange exchange) {
    return sessions.find(Request.token(exchange)).map(Sessions.Session::user);
  }
}
