package io.spanloom.telemetry.view.page;

import static io.spanloom.telemetry.view.trace.TestSpans.span;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.spanloom.telemetry.view.trace.TestSpans;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** Sorting, filters by duration, copying, links and downloads of a page in a file. */
@Tag("slow")
final class PageToolsBrowserTest extends PageBrowserTestBase {

  private static final String OVERRIDE = "\u202e";

  @Test
  void escapesCharactersThatChangeTheReadingDirection() throws IOException {
    Attributes attributes =
        Attributes.of(AttributeKey.stringKey("k" + OVERRIDE), "a" + OVERRIDE + "b\u2066");
    show(
        List.of(span(1, 1, 0, "name" + OVERRIDE + "eman", 0, 1).setAttributes(attributes).build()));

    assertThat(browser.texts(".row .name")).containsExactly("name\\u202eeman");
    assertThat(browser.texts("#details dt")).contains("k\\u202e");
    assertThat(browser.texts("#details dd")).contains("a\\u202eb\\u2066");
    assertThat(
            (String)
                browser.evaluate(
                    "return [...document.querySelectorAll('body :not(script):not(style)')]"
                        + ".flatMap(e => [e.title ?? '', e.ariaLabel ?? '', e.tagName === 'BODY' ? e.innerText : ''])"
                        + ".join('')"))
        .contains("\\u202e")
        .doesNotContain(OVERRIDE);
  }

  @ParameterizedTest
  @CsvSource({
    "119000, 119.0 s",
    "125000, 2 min 5 s",
    "7200000, 2 h",
    "11520000, 3 h 12 min",
    "183600000, 2 d 3 h",
    "864000000, 10 d"
  })
  void showsLongDurationsInLargeUnits(long millis, String expected) throws IOException {
    show(List.of(span(1, 1, 0, "long", 0, millis).build()));

    assertThat(browser.texts("#summary .number")).containsExactly(expected);
  }

  @Test
  void keepsNamesVisibleInDeepTraces() throws IOException {
    show(TestSpans.chain(1, 60));

    for (int width : new int[] {1400, 800, 360}) {
      browser.size(width, 800);
      assertThat(
              browser.evaluate(
                  "return Math.min(...[...document.querySelectorAll('.row .name')]"
                      + ".map(name => name.getBoundingClientRect().width)) > 20"))
          .as(width + " px")
          .isEqualTo(true);
    }
  }

  @Test
  void sortsTraces() throws IOException {
    show(SampleTraces.all());

    assertThat(sortedBy("slowest"))
        .containsExactly("POST /tickets/import", "SupportDesk.answer", "SupportDesk.answer T-404");
    assertThat(sortedBy("errors").get(0)).isEqualTo("SupportDesk.answer T-404");
    assertThat(sortedBy("spans"))
        .containsExactly("POST /tickets/import", "SupportDesk.answer", "SupportDesk.answer T-404");
    assertThat(sortedBy("newest"))
        .containsExactly("POST /tickets/import", "SupportDesk.answer T-404", "SupportDesk.answer");
  }

  private static List<String> sortedBy(String value) {
    browser.find("#sort option[value=" + value + "]").click();
    return browser.texts(".item .name");
  }

  @Test
  void filtersByDuration() throws IOException {
    show(SampleTraces.all());
    browser.press("/");
    browser.press(">1s");
    assertThat(browser.texts(".item .name"))
        .containsExactly("POST /tickets/import", "SupportDesk.answer");
    browser.press(" <2000ms");
    assertThat(browser.texts(".item .name")).containsExactly("SupportDesk.answer");
    assertThat(browser.texts("#count")).containsExactly("1 of 3 traces");
    assertThat(browser.texts(".row.match .name"))
        .containsExactly("SupportDesk.answer", "draft answer", "chat gpt-4o-mini");
    browser.press(Keys.ESCAPE);
    assertThat(browser.texts(".item")).hasSize(3);
  }

  @Test
  void copiesTheOriginalValue() throws IOException {
    show(
        List.of(
            span(1, 1, 0, "root", 0, 1)
                .setAttributes(Attributes.of(AttributeKey.stringKey("k"), "a" + OVERRIDE + "b"))
                .build()));
    browser.evaluate(
        "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }");

    browser.evaluate("document.querySelector('button[aria-label=\"Copy k\"]').click()");

    assertThat(browser.evaluate("return window.copied")).isEqualTo("a" + OVERRIDE + "b");
  }

  @Test
  void opensTraceAndSpanOfLink() throws IOException {
    show(SampleTraces.all());
    browser.find("#trace-" + TestSpans.traceId(1)).click();
    browser.find("#span-2").click();
    String link = (String) browser.evaluate("return document.querySelector('#summary a').href");
    assertThat(link).contains("#trace=" + TestSpans.traceId(1) + "&span=");

    browser.show("about:blank");
    browser.requests(); // of the blank page
    browser.show(link);

    assertThat(browser.texts("#summary h2")).containsExactly("SupportDesk.answer");
    assertThat(selectedSpan()).isEqualTo("span-2");
  }

  @Test
  void downloadsTraceAsOtlpJson() throws IOException {
    Attributes attributes =
        Attributes.builder()
            .put("text", "abc")
            .put("number", 9_007_199_254_740_993L)
            .put("fraction", 0.5)
            .put("flag", true)
            .put("list", "a", "b")
            .put("numbers", 1, 2)
            .put("nan", Double.NaN)
            .build();
    SpanData span =
        span(1, 2, 0, "root", 5, 7)
            .setAttributes(attributes)
            .setStatus(StatusData.error())
            .setEvents(List.of(TestSpans.exception(6, "E", "m", "at x")))
            .build();
    show(List.of(span));
    browser.evaluate("URL.createObjectURL = blob => { window.blob = blob; return '#'; }");

    browser.find("button.download").click();

    JsonObject downloaded =
        JsonParser.parseString(
                (String) browser.evaluate("return window.blob.text().then(text => text)"))
            .getAsJsonObject()
            .getAsJsonArray("resourceSpans")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("scopeSpans")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("spans")
            .get(0)
            .getAsJsonObject();
    assertThat(downloaded.get("traceId").getAsString()).isEqualTo(span.getTraceId());
    assertThat(downloaded.get("spanId").getAsString()).isEqualTo(span.getSpanId());
    assertThat(downloaded.get("kind").getAsInt()).isEqualTo(1);
    assertThat(downloaded.get("startTimeUnixNano").getAsString())
        .isEqualTo(Long.toString(span.getStartEpochNanos()));
    assertThat(downloaded.get("endTimeUnixNano").getAsString())
        .isEqualTo(Long.toString(span.getEndEpochNanos()));
    assertThat(downloaded.getAsJsonObject("status").get("code").getAsInt()).isEqualTo(2);
    assertThat(values(downloaded.getAsJsonArray("attributes")))
        .isEqualTo(
            Map.of(
                "text", "{\"stringValue\":\"abc\"}",
                "number", "{\"intValue\":\"9007199254740993\"}",
                "fraction", "{\"doubleValue\":0.5}",
                "flag", "{\"boolValue\":true}",
                "nan", "{\"doubleValue\":\"NaN\"}",
                "numbers",
                    "{\"arrayValue\":{\"values\":[{\"intValue\":\"1\"},{\"intValue\":\"2\"}]}}",
                "list",
                    "{\"arrayValue\":{\"values\":[{\"stringValue\":\"a\"},{\"stringValue\":\"b\"}]}}"));
    JsonObject event = downloaded.getAsJsonArray("events").get(0).getAsJsonObject();
    assertThat(event.get("name").getAsString()).isEqualTo("exception");
    assertThat(values(event.getAsJsonArray("attributes")))
        .containsEntry("exception.message", "{\"stringValue\":\"m\"}");
  }

  private static Map<String, String> values(JsonArray attributes) {
    return Stream.iterate(0, i -> i + 1)
        .limit(attributes.size())
        .map(i -> attributes.get(i).getAsJsonObject())
        .collect(
            Collectors.toMap(
                entry -> entry.get("key").getAsString(), entry -> entry.get("value").toString()));
  }
}
