package io.spanloom.telemetry.identity;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.runtime.Spans;
import io.spanloom.telemetry.library.RecordedSdk;
import org.junit.jupiter.api.Test;

final class CurrentRequestTest {

  @Test
  void doesNothingOutsideARequest() {
    try (RecordedSdk recorded = new RecordedSdk()) {
      CurrentRequest.user("u-17");
      CurrentRequest.session("abc");
      CurrentRequest.route("/orders/{id}");

      assertThat(CurrentRequest.id()).isEmpty();
      Spans.withSpan("work", () -> {});
      assertThat(recorded.only(SpanKind.INTERNAL).getAttributes().get(stringKey("user.id")))
          .isNull();
    }
  }
}
