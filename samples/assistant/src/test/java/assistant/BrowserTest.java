package assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user signs in with a browser, asks a question, and opens its trace. */
@Tag("slow")
final class BrowserTest {

  @TempDir private static Path profile;

  private static Browser browser;
  private static AssistantProcess process;

  @BeforeAll
  static void open() throws Exception {
    browser = Browser.open(profile);
    process = AssistantProcess.start(Map.of());
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    if (process != null) {
      process.close();
    }
  }

  @Test
  void showsAnswerAndItsTrace() throws Exception {
    browser.show(process.pageUrl());
    browser.type("#password", "anna-demo\n");
    browser.await("#state", "anna, connected");
    browser.awaitVisible("#text");
    browser.type("#text", "How much are tiles for my kitchen?\n");
    browser.await("#messages .answer", "34.90 EUR per m2");
    browser.picture("assistant");
    String trace = browser.text("#trace");

    browser.show(process.tracesUrl() + "#trace=" + trace);
    browser.await("#spans", "ChatHandler.receive");
    browser.await("#spans", "chat gpt-4o-mini");
    browser.await("#spans", "insert message");
    browser.picture("assistant-trace");

    assertThat(browser.console()).isEmpty();
    assertThat(process.output()).contains("trace_id=").doesNotContain("tiles");
  }
}
