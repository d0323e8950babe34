package io.spanloom.telemetry.view.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Opens a page in a file in a browser, and checks its console and its requests after each test. */
abstract class PageBrowserTestBase {

  @TempDir private static Path profile;
  static Browser browser;

  @TempDir private Path folder;

  @BeforeAll
  static void open() {
    browser = Browser.open(profile);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  final void checkConsoleAndRequests() {
    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests())
        .allSatisfy(address -> assertThat(address).startsWith(folder.toUri().toString()));
    browser.size(1400, 800);
    browser.scheme("light");
  }

  final void show(List<SpanData> spans) throws IOException {
    RecentTraces traces = new RecentTraces("run");
    traces.add(spans);
    Path page = folder.resolve("page.html");
    Files.writeString(page, new PageHtml().withData(traces.all()), UTF_8);
    browser.show(page.toUri().toString());
  }

  static String selectedSpan() {
    return browser.find("#spans").getDomAttribute("aria-activedescendant");
  }
}
