package io.spanloom.telemetry.view.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.telemetry.view.trace.TestSpans;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Mouse and keyboard input on a page in a file. */
@Tag("slow")
final class PageInputBrowserTest extends PageBrowserTestBase {

  private static final String SELECTED_ROW_IS_VISIBLE =
      """
      const row = document.querySelector('.row.selected').getBoundingClientRect();
      const spans = document.querySelector('#spans').getBoundingClientRect();
      return row.top >= spans.top && row.bottom <= spans.bottom;
      """;

  @Test
  void followsLinkToItsTrace() throws IOException {
    show(SampleTraces.all());
    browser.find("#trace-" + TestSpans.traceId(1)).click();
    browser.find("#span-1").click();

    browser.find("#details .link button").click();

    assertThat(browser.texts("#summary h2")).containsExactly("POST /tickets/import");
    assertThat(selectedSpan()).isEqualTo("span-1");
  }

  @Test
  void supportsTheKeyboard() throws IOException {
    show(SampleTraces.all());
    assertThat(browser.focused()).isEqualTo("list");
    browser.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
    assertThat(browser.texts("#summary h2")).containsExactly("SupportDesk.answer");
    browser.press(Keys.HOME, Keys.ARROW_DOWN);
    assertThat(browser.texts("#summary h2")).containsExactly("SupportDesk.answer T-404");

    browser.press(Keys.ENTER);
    assertThat(browser.focused()).isEqualTo("spans");
    browser.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
    assertThat(browser.texts("#details h2")).containsExactly("tickets.state");
    browser.press(Keys.ARROW_LEFT);
    assertThat(selectedSpan()).isEqualTo("span-1");
    browser.press(Keys.ARROW_LEFT);
    assertThat(browser.texts(".row")).hasSize(2);
    browser.press(Keys.ARROW_RIGHT, Keys.END);
    assertThat(selectedSpan()).isEqualTo("span-2");

    browser.press(Keys.ENTER);
    assertThat(browser.focused()).isEqualTo("details");
    browser.press(Keys.ESCAPE);
    assertThat(browser.focused()).isEqualTo("spans");
    browser.press(Keys.ESCAPE);
    assertThat(browser.focused()).isEqualTo("list");
    browser.press("/");
    assertThat(browser.focused()).isEqualTo("filter");
  }

  @Test
  void filtersByNamesAttributesAndErrors() throws IOException {
    show(SampleTraces.all());
    browser.press("/");
    browser.press("ticket.id=t-404 error");

    assertThat(browser.texts(".item .name")).containsExactly("SupportDesk.answer T-404");
    assertThat(browser.texts("#count")).containsExactly("1 of 3 traces");
    assertThat(browser.texts(".row.match")).hasSize(3);

    browser.press("nowhere");
    assertThat(browser.texts("#list")).containsExactly("No trace matches.");
    assertThat(browser.texts(".row")).isEmpty();

    browser.press(Keys.ESCAPE);
    assertThat(browser.texts(".item")).hasSize(3);
    assertThat(browser.focused()).isEqualTo("list");
  }

  @Test
  void hasAccessibleRoles() throws IOException {
    show(SampleTraces.answered(1));

    assertThat(browser.find("#list").getDomAttribute("role")).isEqualTo("listbox");
    assertThat(browser.find("#spans").getDomAttribute("role")).isEqualTo("tree");
    assertThat(browser.find("#span-3").getDomAttribute("aria-level")).isEqualTo("3");
    assertThat(browser.find("#span-3").getDomAttribute("aria-label"))
        .isEqualTo("chat gpt-4o-mini, client, 1.10 s");
    assertThat(browser.find("#span-1").getDomAttribute("aria-expanded")).isEqualTo("true");
    assertThat(browser.find(".item").getDomAttribute("aria-selected")).isEqualTo("true");
    assertThat(selectedSpan()).isEqualTo("span-0");
  }

  @Test
  void navigatesFiveThousandSpans() throws IOException {
    show(SampleTraces.huge(1, 5_000));
    assertThat(browser.evaluate("return document.querySelectorAll('.row').length"))
        .isEqualTo(5_000L);

    browser.press(Keys.ENTER);
    browser.press(Keys.END);
    assertThat(selectedSpan()).isEqualTo("span-4999");
    assertThat(browser.texts("#details h2")).containsExactly("span 5000");
    assertThat(browser.evaluate(SELECTED_ROW_IS_VISIBLE)).isEqualTo(true);

    browser.press(Keys.HOME);
    browser.press(Keys.ARROW_LEFT);
    assertThat(browser.evaluate("return document.querySelectorAll('.row:not([hidden])').length"))
        .isEqualTo(1L);
    browser.picture("huge");
  }
}
