package assistant;

import assistant.store.Accounts;
import assistant.store.Database;
import assistant.store.Messages.Message;
import assistant.store.PendingQuestions;
import assistant.store.PendingQuestions.Pending;
import assistant.store.Rooms;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** A database in memory with a room and a question that is not stored. */
final class ExampleDatabase implements AutoCloseable {

  private final String url = Settings.local(UUID.randomUUID().toString()).databaseUrl();
  private final Database database = Database.open(url);
  private final String room;

  ExampleDatabase() {
    database.createTables();
    new Accounts(database).add("anna", "anna-demo");
    room = new Rooms(database).add("anna", "Kitchen").id();
  }

  Database database() {
    return database;
  }

  /** Returns the pending questions, whose claims do not expire during a test. */
  PendingQuestions pending() {
    return new PendingQuestions(database, Duration.ofHours(1));
  }

  Pending question() {
    return new Pending(
        new Message("q-1", "anna", "Where do I start?"), room, "", Map.of("request.id", "r-1"));
  }

  /** Lets all claims expire, as time does. */
  void expireClaims() throws SQLException {
    execute("update pending_question set claimed_until = current_timestamp");
  }

  void execute(String command) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
