package io.spanloom.telemetry.view.trace;

import static io.spanloom.telemetry.view.trace.TestSpans.nanos;
import static io.spanloom.telemetry.view.trace.TestSpans.span;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.ArrayList;
import java.util.List;

/** Spans that contain script injections in every text field. */
public final class HostileSpans {

  public static final List<String> TEXTS =
      List.of(
          "</script><script>window.injected = 1; alert(1)</script>",
          "<img src=x onerror='window.injected = 2'>",
          "<b>bold</b> &lt;i&gt;",
          "\"><svg onload=alert(3)>",
          "'};window.injected = 4;//",
          "<!--<script>",
          "javascript:window.injected = 5",
          "{{script}} ${window.injected = 6}",
          "line\u2028separator\u2029end",
          "<iframe srcdoc='<script>parent.injected = 7</script>'></iframe>");

  private HostileSpans() {}

  /** Returns one trace; the span at each index has the text at that index. */
  public static List<SpanData> all() {
    List<SpanData> spans = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      String text = TEXTS.get(i);
      Attributes attributes =
          Attributes.of(
              AttributeKey.stringKey(text), text, AttributeKey.stringKey("exception.type"), text);
      spans.add(
          span(1, i + 1, i, text, i, 100)
              .setStatus(StatusData.create(StatusCode.ERROR, text))
              .setResource(
                  Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), text)))
              .setAttributes(attributes)
              .setEvents(
                  List.of(
                      EventData.create(nanos(i), text, attributes),
                      TestSpans.exception(i, text, text, text)))
              .setLinks(List.of(LinkData.create(TestSpans.context(1, 1), attributes)))
              .build());
    }
    return spans;
  }
}
