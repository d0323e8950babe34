package assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.testing.RecordedSpans;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Survives a database server that is down for a while. */
final class DatabaseFailureTest extends AssistantTestBase {

  private static final String NAME = "mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

  private static final int CONNECTIONS = 10;

  /**
   * Lets the pool check each connection that it hands out. By default, it hands out one that was
   * used a moment ago unchecked; then preparing the statement fails, which has no span.
   */
  private static final String UNCHECKED_MILLIS = "com.zaxxer.hikari.aliveBypassWindowMs";

  private static Connection keptOpen;
  private static Server database;

  @BeforeAll
  static void start() throws Exception {
    keptOpen = DriverManager.getConnection("jdbc:h2:" + NAME);
    database = server("0");
    System.setProperty(UNCHECKED_MILLIS, "0");
    startAssistant(
        settings().withDatabase("jdbc:h2:tcp://localhost:" + database.getPort() + "/" + NAME));
  }

  @AfterAll
  static void stop() throws SQLException {
    System.clearProperty(UNCHECKED_MILLIS);
    database.stop();
    keptOpen.close();
  }

  private static Server server(String port) throws SQLException {
    return Server.createTcpServer("-tcpPort", port, "-ifNotExists").start();
  }

  @Test
  void failsWhileDatabaseIsDownAndContinuesWhenItIsBack(RecordedSpans spans) throws Exception {
    try (ChatClient anna = ChatClient.signedIn(assistant, "anna")) {
      String room = anna.rooms().get(0);
      int port = database.getPort();
      database.stop();
      spans.awaitAll();
      spans.clear();

      assertThat(anna.ask(room, "Where do I start?").toString())
          .isEqualTo("{\"reason\":\"database\",\"status\":\"failed\"}");
      assertThat(anna.get("api/rooms").statusCode()).isEqualTo(503);
      spans.awaitAll();
      assertThat(spans.only("validate").getStatus().getDescription()).doesNotContain(room);
      spans
          .tree()
          .onlyAttributes("workflow.step.outcome", "http.response.status_code", "error.type")
          .assertIs(
              """
              ChatHandler.receive CONSUMER {error.type=assistant.store.DatabaseException} ERROR
                answer {error.type=assistant.store.DatabaseException} ERROR -> another trace
                  validate {error.type=assistant.store.DatabaseException, workflow.step.outcome=error} ERROR
                    Rooms.belongsTo {error.type=assistant.store.DatabaseException} ERROR
                      HikariDataSource.getConnection {error.type=90067} ERROR
              GET /api/rooms SERVER {error.type=503, http.response.status_code=503} ERROR
                Rooms.of {error.type=assistant.store.DatabaseException} ERROR
                  HikariDataSource.getConnection {error.type=90067} ERROR
              """);

      database = server(Integer.toString(port));
      assertThat(askUntilAnswered(anna, room)).isEqualTo("answered");
    }
  }

  /** Asks again if the pool hands out a connection that broke and that nothing has used since. */
  private static String askUntilAnswered(ChatClient client, String room) throws Exception {
    String status = "";
    for (int i = 0; i <= CONNECTIONS && !status.equals("answered"); i++) {
      status = client.ask(room, "Where do I start?").getString("status");
    }
    return status;
  }
}
