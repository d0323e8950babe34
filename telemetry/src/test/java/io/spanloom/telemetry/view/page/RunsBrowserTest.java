package io.spanloom.telemetry.view.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.telemetry.view.trace.TestSpans;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The runs of workflows on the page. */
@Tag("slow")
final class RunsBrowserTest extends PageBrowserTestBase {

  @Test
  void showsStepsOfRunAlongItsWorkflow() throws IOException {
    show(SampleTraces.checkout(1));

    assertThat(browser.texts("#runs .run .workflow")).containsExactly("checkout o-1");
    assertThat(browser.texts("#runs .step"))
        .containsExactly("✔ 1. reserve", "✔ 2. charge ×2", "– step 3", "⊘ 4. ship ⚠", "– step 5");
    assertThat(browser.find("#runs .step.cancelled").getDomAttribute("title"))
        .isEqualTo("cancelled, started before the steps that come before had ended");
    browser.picture("runs");
  }

  @Test
  void hidesRunsOfTraceWithoutSteps() throws IOException {
    List<SpanData> spans = new ArrayList<>(SampleTraces.runs(1, 2));
    spans.addAll(SampleTraces.imported(2));
    show(spans);

    browser.find("#trace-" + TestSpans.traceId(1)).click();
    assertThat(browser.texts("#runs .run .workflow"))
        .containsExactly("checkout o-1", "checkout o-2");
    browser.find("#trace-" + TestSpans.traceId(2)).click();
    assertThat(browser.texts("#runs .run")).isEmpty();
    assertThat(browser.find("#runs").isDisplayed()).isFalse();
  }
}
