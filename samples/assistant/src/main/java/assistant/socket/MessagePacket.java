package assistant.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message from the page.
 *
 * @param id the ID that the page chose, empty if it is missing
 * @param room the room's ID, empty if it is missing
 * @param text the text, empty if it is missing
 * @param traceparent the trace context of the page, which starts the trace, empty if it is missing
 */
record MessagePacket(String id, String room, String text, String traceparent) {

  /** Reads a packet, whose values may be missing. */
  @JsonCreator
  static MessagePacket of(
      @JsonProperty("id") @Nullable String id,
      @JsonProperty("room") @Nullable String room,
      @JsonProperty("text") @Nullable String text,
      @JsonProperty("traceparent") @Nullable String traceparent) {
    return new MessagePacket(
        Objects.requireNonNullElse(id, ""),
        Objects.requireNonNullElse(room, ""),
        Objects.requireNonNullElse(text, ""),
        Objects.requireNonNullElse(traceparent, ""));
  }

  /** Returns the trace context as a map of headers; a page cannot send baggage. */
  Map<String, String> trace() {
    return traceparent.isEmpty() ? Map.of() : Map.of("traceparent", traceparent);
  }

  /** Returns the length of the text in bytes. */
  int length() {
    return text.getBytes(UTF_8).length;
  }

  /** Omits the text, so that no log line can contain it. */
  @Override
  public String toString() {
    return "MessagePacket[id=" + id + "]";
  }
}
