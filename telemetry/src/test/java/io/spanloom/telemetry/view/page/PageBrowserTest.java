package io.spanloom.telemetry.view.page;

import static io.spanloom.telemetry.view.trace.TestSpans.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.telemetry.view.trace.HostileSpans;
import io.spanloom.telemetry.view.trace.TestSpans;
import java.io.IOException;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The display of a page in a file. */
@Tag("slow")
final class PageBrowserTest extends PageBrowserTestBase {

  @Test
  void listsTracesNewestFirst() throws IOException {
    show(SampleTraces.all());

    assertThat(browser.texts(".item .name"))
        .containsExactly("POST /tickets/import", "SupportDesk.answer T-404", "SupportDesk.answer");
    assertThat(browser.texts(".item"))
        .satisfiesExactly(
            first ->
                assertThat(first).contains("3.60 s", "18 spans", "2,000 in tokens, ~$0.000031"),
            second -> assertThat(second).contains("45.0 ms", "3 spans", "✖ 3 errors"),
            third -> assertThat(third).contains("1.28 s", "4 spans", "~$0.00026"));
    assertThat(browser.texts("#count")).containsExactly("3 traces");
    browser.picture("light");
  }

  @Test
  void showsErrorWithItsStackTrace() throws IOException {
    show(SampleTraces.all());

    browser.find("#trace-" + TestSpans.traceId(2)).click();
    browser.find("#span-2").click();

    assertThat(browser.texts(".row .name"))
        .containsExactly("✖ SupportDesk.answer T-404", "✖ draft answer", "✖ tickets.state");
    assertThat(browser.texts("#details h2")).containsExactly("tickets.state");
    assertThat(browser.texts(".failure"))
        .containsExactly("✖ quickstart.TicketNotFoundException: no ticket T-404");
    assertThat(browser.texts("#details pre"))
        .singleElement()
        .asString()
        .contains("at quickstart.TicketRepository.stateOf(TicketRepository.java:17)");
    assertThat(browser.texts("#details dd")).contains("CLIENT", "41.0 ms", "T-404");
    browser.picture("light-error");
    browser.scheme("dark");
    browser.picture("dark-error");
  }

  @Test
  void showsAiCallWithUsageAndEvents() throws IOException {
    show(SampleTraces.all());

    browser.find("#trace-" + TestSpans.traceId(1)).click();
    browser.find("#span-3").click();

    assertThat(browser.texts("#summary")).first().asString().contains("1,420 in + 86 out tokens");
    assertThat(browser.texts("#details dd"))
        .contains("1,420 in + 86 out tokens, ~$0.00026", "gpt-4o-mini-2024-07-18");
    assertThat(browser.texts("#details .event"))
        .containsExactly("+320 ms first token\nai.stream.first_ms\n320", "+940 ms last token");
    assertThat(browser.texts(".mark")).hasSize(2);
    assertThat(browser.texts("#details summary")).containsExactly("RESOURCE");
    browser.picture("light-ai");
    browser.scheme("dark");
    browser.picture("dark-ai");
    browser.scheme("light");
    browser.size(1280, 430);
    browser.picture("docs");
  }

  @Test
  void placesBarsByTheirTimes() throws IOException {
    show(SampleTraces.answered(1));

    assertThat(positionOf("#span-0 .bar")).containsExactly(new double[] {0, 1}, TOLERANCE);
    assertThat(positionOf("#span-2 .bar"))
        .containsExactly(new double[] {10 / 1280.0, 142 / 1280.0}, TOLERANCE);
    assertThat(positionOf("#span-3 .bar"))
        .containsExactly(new double[] {160 / 1280.0, 1100 / 1280.0}, TOLERANCE);
    assertThat(browser.texts("#axis span"))
        .containsExactly("0", "320 ms", "640 ms", "960 ms", "1.28 s");
  }

  private static final Offset<Double> TOLERANCE = Offset.offset(0.004);

  private static double[] positionOf(String bar) {
    String script =
        """
        const bar = document.querySelector('%s').getBoundingClientRect();
        const track = document.querySelector('%s').parentElement.getBoundingClientRect();
        return [(bar.left - track.left) / track.width, bar.width / track.width];
        """
            .formatted(bar, bar);
    return ((List<?>) browser.evaluate(script))
        .stream().mapToDouble(part -> ((Number) part).doubleValue()).toArray();
  }

  @Test
  void neverTreatsTextsAsMarkupOrScript() throws IOException {
    show(HostileSpans.all());
    for (int i = 0; i < HostileSpans.TEXTS.size(); i++) {
      browser.find("#span-" + i).click();
      assertThat(browser.find("#details h2").getDomProperty("textContent"))
          .isEqualTo(HostileSpans.TEXTS.get(i));
    }

    assertThat(browser.evaluate("return window.injected")).isNull();
    assertThat(browser.evaluate("return document.querySelectorAll('img, b, svg, iframe').length"))
        .isEqualTo(0L);
    assertThat(browser.evaluate("return document.scripts.length")).isEqualTo(2L);
  }

  @Test
  void followsThePreferredColorScheme() throws IOException {
    show(SampleTraces.all());
    assertThat(background()).isEqualTo("rgb(255, 255, 255)");

    browser.scheme("dark");

    assertThat(background()).isEqualTo("rgb(20, 24, 30)");
  }

  @Test
  void fitsNarrowWindowWithoutHorizontalScrolling() throws IOException {
    browser.size(360, 740);
    show(SampleTraces.all());
    browser.find("#trace-" + TestSpans.traceId(2)).click();

    assertThat(browser.evaluate("return document.documentElement.scrollWidth")).isEqualTo(360L);
    assertThat(browser.find("#details").getRect().getWidth()).isEqualTo(360);
    assertThat(browser.texts(".row")).hasSize(3);
    browser.picture("narrow");
    browser.size(900, 700);
    browser.picture("middle");
  }

  @Test
  void showsTraceOfZeroDurationAndEmptyPage() throws IOException {
    show(List.of(span(1, 1, 0, "at once", 5, 5).build()));
    assertThat(browser.texts(".row")).singleElement().asString().contains("at once", "0 ns");

    show(List.of());
    assertThat(browser.texts("#list")).containsExactly("No traces yet.");
  }

  private static Object background() {
    return browser.evaluate("return getComputedStyle(document.body).backgroundColor");
  }
}
