package io.spanloom.telemetry.identity;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.runtime.Spans;
import io.spanloom.telemetry.library.RecordedSdk;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CurrentRequestTest {

  @Test
  void doesNothingOutsideARequest() {
    try (RecordedSdk recorded = new RecordedSdk()) {
      CurrentRequest.user("u-17");
      CurrentRequest.session("abc");
      CurrentRequest.route("/orders/{id}");
      CurrentRequest.attribute("room", "kitchen");

      assertThat(CurrentRequest.id()).isEmpty();
      assertThat(CurrentRequest.identity()).isEmpty();
      Spans.withSpan("work", () -> {});
      assertThat(recorded.only(SpanKind.INTERNAL).getAttributes().get(stringKey("user.id")))
          .isNull();
    }
  }

  @Test
  void identifiesSpansOfAMessage() {
    try (RecordedSdk recorded = new RecordedSdk()) {
      CurrentRequest.run(
          () -> {
            CurrentRequest.user("u-17");
            CurrentRequest.session("abc");
            CurrentRequest.attribute("socket.room", "kitchen\n2");
            Spans.withSpan("work", () -> {});
          });
      Attributes attributes = recorded.only(SpanKind.INTERNAL).getAttributes();

      assertThat(attributes.get(stringKey("request.id"))).hasSize(36);
      assertThat(attributes.get(stringKey("session.id"))).isEqualTo("ba7816bf8f01cfea");
      assertThat(attributes.get(stringKey("user.id"))).isEqualTo("u-17");
      assertThat(attributes.get(stringKey("socket.room"))).isEqualTo("kitchen?2");
    }
  }

  @Test
  void keepsIdentityOfEnclosingRequest() {
    try (RecordedSdk recorded = new RecordedSdk()) {
      CurrentRequest.run(
          () -> {
            Optional<String> outer = CurrentRequest.id();
            CurrentRequest.user("u-17");
            CurrentRequest.run(
                () -> {
                  assertThat(CurrentRequest.id()).isNotEqualTo(outer);
                  CurrentRequest.user("u-18");
                  CurrentRequest.attribute("socket.room", "bath");
                });
            assertThat(CurrentRequest.id()).isEqualTo(outer);
            Spans.withSpan("work", () -> {});
          });
      Attributes attributes = recorded.only(SpanKind.INTERNAL).getAttributes();

      assertThat(attributes.get(stringKey("user.id"))).isEqualTo("u-17");
      assertThat(attributes.get(stringKey("socket.room"))).isNull();
      assertThat(CurrentRequest.id()).isEmpty();
    }
  }

  @Test
  void continuesRequestOfAnotherProcess() {
    try (RecordedSdk recorded = new RecordedSdk()) {
      Map<String, String> identity = new HashMap<>();
      CurrentRequest.run(
          () -> {
            CurrentRequest.user("u-17");
            CurrentRequest.session("abc");
            CurrentRequest.attribute("socket.room", "kitchen");
            identity.putAll(CurrentRequest.identity());
          });
      CurrentRequest.run(
          identity,
          () -> {
            assertThat(CurrentRequest.identity()).isEqualTo(identity);
            Spans.withSpan("work", () -> {});
          });
      Attributes attributes = recorded.only(SpanKind.INTERNAL).getAttributes();

      assertThat(identity)
          .containsOnlyKeys("request.id", "session.id", "user.id", "socket.room")
          .containsEntry("session.id", "ba7816bf8f01cfea");
      assertThat(identity)
          .allSatisfy((key, value) -> assertThat(attributes.get(stringKey(key))).isEqualTo(value));
    }
  }

  @Test
  void sanitizesIdentityOfAnotherProcess() {
    CurrentRequest.run(
        Map.of("user.id", "u\n17", "socket.room", "a".repeat(200), "empty", " "),
        () -> {
          assertThat(CurrentRequest.id().orElseThrow()).hasSize(36);
          assertThat(CurrentRequest.identity())
              .containsOnlyKeys("request.id", "user.id", "socket.room")
              .containsEntry("user.id", "u?17")
              .containsEntry("socket.room", "a".repeat(128));
        });
  }

  @Test
  void limitsAttributesOfARequest() {
    try (RecordedSdk recorded = new RecordedSdk()) {
      CurrentRequest.run(
          () -> {
            IntStream.range(0, 100).forEach(i -> CurrentRequest.attribute("a." + i, "1"));
            CurrentRequest.attribute("a.0", "2");
            Spans.withSpan("work", () -> {});
          });
      Attributes attributes = recorded.only(SpanKind.INTERNAL).getAttributes();

      assertThat(attributes.get(stringKey("a.0"))).isEqualTo("2");
      assertThat(attributes.get(stringKey("a.15"))).isEqualTo("1");
      assertThat(attributes.get(stringKey("a.16"))).isNull();
    }
  }
}
