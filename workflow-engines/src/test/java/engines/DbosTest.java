package engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.ForkedJvm;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A run of DBOS that is killed in the middle of a step, and continued in another process. */
@Tag("slow")
final class DbosTest {

  @Test
  void killedRunContinuesInSameTrace() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      String url = postgres.getJdbcUrl("postgres", "postgres");

      List<String> first =
          steps(ForkedJvm.of(DbosShop.class, url, "d-1", "start").run(DbosShop.KILLED));
      String recovered = ForkedJvm.of(DbosShop.class, url, "d-1", "recover").run();
      List<String> second = steps(recovered);

      assertThat(first)
          .extracting(DbosTest::withoutTrace)
          .containsExactly("reserve of d-1, attempt 1: success", "charge of d-1, attempt 1: error");
      assertThat(recovered).contains("result paid book");
      // DBOS has the result of the first step, so that only the second is repeated.
      assertThat(second)
          .extracting(DbosTest::withoutTrace)
          .containsExactly(
              "charge of d-1, attempt 1: error",
              "charge of d-1, attempt 2: success",
              "null of d-1, attempt null: null");
      String trace = trace(first.get(0));
      assertThat(first).allSatisfy(line -> assertThat(trace(line)).isEqualTo(trace));
      assertThat(second).allSatisfy(line -> assertThat(trace(line)).isEqualTo(trace));
    }
  }

  private static List<String> steps(String output) {
    return output.lines().filter(line -> line.startsWith("span ")).toList();
  }

  private static String trace(String line) {
    return line.split(" ", 3)[1];
  }

  private static String withoutTrace(String line) {
    return line.split(" ", 3)[2];
  }
}
