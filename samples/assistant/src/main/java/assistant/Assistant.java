package assistant;

import assistant.chat.AnswerSteps;
import assistant.chat.AnswerWorkflow;
import assistant.chat.Answerer;
import assistant.chat.Audience;
import assistant.chat.Draft;
import assistant.chat.Handover;
import assistant.chat.LocalAnswerer;
import assistant.chat.RateLimiter;
import assistant.chat.Worker;
import assistant.model.Advisor;
import assistant.model.ModelServer;
import assistant.socket.SocketServer;
import assistant.store.Accounts;
import assistant.store.Database;
import assistant.store.Messages;
import assistant.store.PendingQuestions;
import assistant.store.PendingQuestions.Claim;
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
import java.util.function.Function;

/** The running application, or the part of it that the role of the process selects. */
public final class Assistant implements AutoCloseable {

  private static final int SIGN_INS_PER_MINUTE = 30;

  /** An answer can need several iterations of the model, and a second worker. */
  private static final int TIMEOUTS_OF_AN_ANSWER = 4;

  /** The users of the demonstration; the password of each is the name and {@code -demo}. */
  private static final List<String> USERS = List.of("anna", "ben");

  private final Deque<Runnable> closings = new ArrayDeque<>();
  private final Settings settings;
  private final Database database;
  private final Accounts accounts;
  private final Rooms rooms;
  private final Messages messages;
  private final Prices prices;
  private final PendingQuestions pending;
  private String url = "";
  private int socketPort;

  private Assistant(Settings settings) {
    this.settings = settings;
    database = Database.open(settings.databaseUrl());
    closings.push(database::close);
    accounts = new Accounts(database);
    rooms = new Rooms(database);
    messages = new Messages(database);
    prices = new Prices(database);
    pending = new PendingQuestions(database, settings.claimTime());
  }

  private void start() throws IOException {
    database.createTables();
    if (settings.role().serves()) {
      addExamples(accounts, rooms, prices);
      startFront();
    } else {
      startClaiming(startWorker(claim -> new Draft(pending, claim)));
    }
  }

  private void startFront() throws IOException {
    Sessions sessions = new Sessions(InstantSource.system());
    SocketServer sockets = new SocketServer(settings.socketPort(), sessions);
    Handover handover =
        new Handover(
            pending,
            messages,
            sockets,
            settings.modelTimeout().multipliedBy(TIMEOUTS_OF_AN_ANSWER));
    if (settings.role().answers()) {
      Worker worker = startWorker(claim -> sockets);
      startServers(sockets, sessions, new LocalAnswerer(pending, worker, handover));
      startClaiming(worker);
    } else {
      startServers(sockets, sessions, handover);
    }
  }

  private void startServers(SocketServer sockets, Sessions sessions, Answerer answerer)
      throws IOException {
    closings.push(sockets::close);
    socketPort =
        sockets.start(
            rooms,
            new AnswerWorkflow(rooms, messages, answerer),
            new RateLimiter(settings.messagesPerMinute(), System::nanoTime));
    RateLimiter signIns = new RateLimiter(SIGN_INS_PER_MINUTE, System::nanoTime);
    Api api = new Api(accounts, sessions, rooms, messages, signIns);
    WebServer web = WebServer.start(settings.port(), socketPort, api, sessions);
    closings.push(web::close);
    url = web.url();
  }

  private Worker startWorker(Function<Claim, Audience> audiences) throws IOException {
    Advisor advisor =
        new Advisor(
            modelUrl(), settings.modelKey(), settings.modelName(), settings.modelTimeout(), prices);
    Worker worker = new Worker(pending, new AnswerSteps(messages, pending, advisor), audiences);
    closings.push(worker::close);
    worker.start();
    return worker;
  }

  /** Lets a worker claim questions, once nothing else can fail to start. */
  private void startClaiming(Worker worker) {
    closings.push(worker::stopClaiming);
    worker.startClaiming();
  }

  private String modelUrl() throws IOException {
    String configured = settings.modelUrl();
    if (configured != null) {
      return configured;
    }
    ModelServer model = ModelServer.start();
    closings.push(model::close);
    return model.url();
  }

  /**
   * Starts the application.
   *
   * @param settings the settings
   * @return the application, to be closed
   * @throws IOException if a port cannot be opened
   * @throws assistant.store.DatabaseException if the database fails
   */
  public static Assistant start(Settings settings) throws IOException {
    Assistant assistant = new Assistant(settings);
    boolean started = false;
    try {
      assistant.start();
      started = true;
      return assistant;
    } finally {
      if (!started) {
        assistant.close();
      }
    }
  }

  /**
   * Returns the address of the page.
   *
   * @return the URL, empty if the process does not serve the page
   */
  public String url() {
    return url;
  }

  /**
   * Returns the port of the Socket.IO server.
   *
   * @return the port, 0 if the process has no such server
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

  /** Stops: waits a limited time for the answers that the process works on. */
  @Override
  public void close() {
    while (!closings.isEmpty()) {
      closings.pop().run();
    }
  }
}
