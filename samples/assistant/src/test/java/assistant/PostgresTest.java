package assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.testing.RecordedSpans;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The assistant also runs on PostgreSQL. */
@Tag("slow")
final class PostgresTest extends AssistantTestBase {

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
    startAssistant(settings().withDatabase(postgres.getJdbcUrl("postgres", "postgres")));
  }

  @AfterAll
  static void stop() throws IOException {
    stopAssistant();
    postgres.close();
  }

  @Test
  void tracesStatements(RecordedSpans spans) throws Exception {
    String room;
    try (ChatClient anna = ChatClient.signedIn(assistant, "anna")) {
      room = anna.rooms().get(0);
      spans.awaitAll();
      spans.clear();

      assertThat(anna.ask(room, "How much are tiles?").getString("status")).isEqualTo("answered");
      assertThat(anna.messages(room).findValuesAsText("author"))
          .containsExactly("anna", "assistant");
      anna.disconnect();
      spans.await("ChatHandler.disconnected");
    }
    spans.awaitAll();
    spans
        .tree()
        .onlyAttributes("db.system.name")
        .assertIs(
            """
            ChatHandler.receive CONSUMER
              answer -> another trace
                validate
                  Rooms.belongsTo
                    select room CLIENT {db.system.name=postgresql}
                  select message CLIENT {db.system.name=postgresql}
                insert pending_question CLIENT {db.system.name=postgresql}
                load history
                  select message CLIENT {db.system.name=postgresql}
                ask
                  invoke_agent advisor
                    chat gpt-4o-mini CLIENT
                      POST CLIENT
                    execute_tool price -> chat gpt-4o-mini
                      select price CLIENT {db.system.name=postgresql}
                    chat gpt-4o-mini CLIENT
                      POST CLIENT
                store
                  delete pending_question CLIENT {db.system.name=postgresql}
                  insert message CLIENT {db.system.name=postgresql}
                  insert message CLIENT {db.system.name=postgresql}
                notify
            GET /api/rooms/{room}/messages SERVER
              Rooms.belongsTo
                select room CLIENT {db.system.name=postgresql}
              select message CLIENT {db.system.name=postgresql}
            ChatHandler.disconnected SERVER
            """);
  }
}
