package io.spanloom.telemetry.view.page;

import static io.spanloom.telemetry.view.trace.TestSpans.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.LogCapture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page that a running program serves. */
@Tag("slow")
final class ServedPageBrowserTest {

  @TempDir private Path profile;

  @Test
  void followsTheProgramAndKeepsItsTracesAfterTheEnd() {
    try (LogCapture logged = LogCapture.of("io.spanloom.telemetry");
        Browser browser = Browser.open(profile)) {
      PageSpanExporter exporter = new PageSpanExporter(new PageSettings(null, 0), Duration.ZERO);
      String address = Objects.requireNonNull(exporter.server()).address().toString();
      assertThat(logged.lines()).isNotEmpty();
      browser.show(address);
      browser.await("#list", "No traces yet.");

      exporter.export(SampleTraces.answered(1).subList(1, 4));
      browser.await(".item", "unfinished");
      exporter.export(SampleTraces.answered(1).subList(0, 1));
      browser.await(".item", "SupportDesk.answer");
      assertThat(browser.texts(".item")).noneMatch(item -> item.contains("unfinished"));
      browser.press(Keys.ENTER);
      browser.press(Keys.ARROW_DOWN);
      exporter.export(List.of(span(2, 1, 0, "second", 0, 1).build()));
      browser.await(".item", "second");
      assertThat(browser.texts("#summary h2")).containsExactly("SupportDesk.answer");

      assertThat(browser.texts("#details h2")).containsExactly("tickets.state");

      browser.press(Keys.ARROW_LEFT); // to its parent
      browser.press(Keys.ARROW_LEFT); // collapses it
      exporter.export(List.of(span(1, 9, 1, "late", 1_300, 1_400).build()));
      browser.await(".row", "late");
      assertThat(browser.texts(".row .name"))
          .containsExactly("SupportDesk.answer", "draft answer", "late");
      assertThat(browser.texts("#details h2")).containsExactly("draft answer");
      assertThat(browser.console()).isEmpty();

      exporter.shutdown();
      browser.await("#notice", "The program has ended or does not respond.");
      assertThat(browser.texts(".item")).hasSize(2);
      assertThat(browser.requests())
          .allSatisfy(request -> assertThat(request).startsWith(address))
          .doesNotContain(address + "favicon.ico");
    }
  }
}
