package assistant;

import assistant.chat.AnswerWorkflow;
import assistant.chat.RateLimiter;
import assistant.model.Advisor;
import assistant.model.ModelServer;
import assistant.socket.SocketServer;
import assistant.store.Accounts;
import assistant.store.Database;
import assistant.store.Messages;
import assistant.store.PendingQuestions;
import assistant.store.PendingQuestions.Pending;
import assistant.store.Prices;
import assistant.store.Rooms;
import assistant.store.Sessions;
import assistant.web.Api;
import assistant.web.WebServer;
import io.spanloom.Traced;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** The running application. */
public final class Assistant implements AutoCloseable {

  private static final int SIGN_INS_PER_MINUTE = 30;

  /** The users of the demonstration; the password of each is the name and {@code -demo}. */
  private static final List<String> USERS = List.of("anna", "ben");

  private final Deque<Runnable> closings = new ArrayDeque<>();
  private final Accounts accounts;
  private final Rooms rooms;
  private final String url;
  private final int socketPort;

  private Assistant(Settings settings) throws IOException {
    Database database = Database.open(settings.databaseUrl());
    closings.push(database::close);
    accounts = new Accounts(database);
    rooms = new Rooms(database);
    Messages messages = new Messages(database);
    Prices prices = new Prices(database);
    addExamples(accounts, rooms, prices);

    Sessions sessions = new Sessions(InstantSource.system());
    SocketServer sockets = new SocketServer(settings.socketPort(), sessions);
    closings.push(sockets::close);
    Advisor advisor =
        new Advisor(
            modelUrl(settings),
            settings.modelKey(),
            settings.modelName(),
            settings.modelTimeout(),
            prices);
    PendingQuestions pending = new PendingQuestions(database);
    AnswerWorkflow workflow = new AnswerWorkflow(rooms, messages, pending, advisor, sockets);
    List<Pending> unanswered = pending.all();
    socketPort =
        sockets.start(
            rooms, workflow, new RateLimiter(settings.messagesPerMinute(), System::nanoTime));
    RateLimiter signIns = new RateLimiter(SIGN_INS_PER_MINUTE, System::nanoTime);
    Api api = new Api(accounts, sessions, rooms, messages, signIns);
    WebServer web = WebServer.start(settings.port(), socketPort, api, sessions);
    closings.push(web::close);
    url = web.url();
    unanswered.forEach(each -> sockets.resume(each, workflow));
  }

  /**
   * Starts the application.
   *
   * @param settings the settings
   * @return the application, to be closed
   * @throws IOException if a port cannot be opened
   */
  public static Assistant start(Settings settings) throws IOException {
    return new Assistant(settings);
  }

  /**
   * Returns the address of the page.
   *
   * @return the URL
   */
  public String url() {
    return url;
  }

  /**
   * Returns the port of the Socket.IO server.
   *
   * @return the port
   */
  public int socketPort() {
    return socketPort;
  }

  /** Adds a user with rooms, and returns the name. */
  String addUser() {
    String name = UUID.randomUUID().toString();
    addUser(name, accounts, rooms);
    return name;
  }

  @Traced
  private static void addExamples(Accounts accounts, Rooms rooms, Prices prices) {
    prices.addExamples();
    USERS.forEach(user -> addUser(user, accounts, rooms));
  }

  private static void addUser(String name, Accounts accounts, Rooms rooms) {
    accounts.add(name, name + "-demo");
    if (rooms.of(name).isEmpty()) {
      rooms.add(name, "Kitchen of " + name);
      rooms.add(name, "Bathroom of " + name);
    }
  }

  private String modelUrl(Settings settings) throws IOException {
    String configured = settings.modelUrl();
    if (configured != null) {
      return configured;
    }
    ModelServer model = ModelServer.start();
    closings.push(model::close);
    return model.url();
  }

  @Override
  public void close() {
    while (!closings.isEmpty()) {
      closings.pop().run();
    }
  }
}
