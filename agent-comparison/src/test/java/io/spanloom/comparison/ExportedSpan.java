package io.spanloom.comparison;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * An exported span.
 *
 * @param scope the name of the instrumentation scope
 * @param id the span ID
 * @param parentId the parent's span ID, or an empty string for a root span
 * @param name the span's name
 * @param kind the span kind, such as INTERNAL
 * @param status UNSET, OK or ERROR
 * @param description the description of the status
 * @param startNanos the start time in nanoseconds since the epoch
 * @param attributes types and values by key
 * @param events the events
 * @param links the IDs of the linked spans
 */
record ExportedSpan(
    String scope,
    String id,
    String parentId,
    String name,
    String kind,
    String status,
    String description,
    long startNanos,
    Map<String, String> attributes,
    List<Event> events,
    List<String> links) {

  private static final String START = "{\"resource\"";
  private static final List<String> KINDS =
      List.of("UNSPECIFIED", "INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER");
  private static final List<String> STATUSES = List.of("UNSET", "OK", "ERROR");

  /**
   * An event of a span.
   *
   * @param name the event's name
   * @param attributes types and values by key
   */
  record Event(String name, Map<String, String> attributes) {}

  /** Reads the spans from the lines that a program printed. */
  static List<ExportedSpan> read(List<String> lines) {
    List<ExportedSpan> spans = new ArrayList<>();
    for (String line : lines) {
      int start = line.indexOf(START);
      if (start >= 0) {
        JsonObject export = JsonParser.parseString(line.substring(start)).getAsJsonObject();
        for (JsonObject scoped : objects(export, "scopeSpans")) {
          String scope = text(scoped.getAsJsonObject("scope"), "name");
          objects(scoped, "spans").forEach(span -> spans.add(of(scope, span)));
        }
      }
    }
    return spans;
  }

  private static ExportedSpan of(String scope, JsonObject span) {
    JsonObject status = span.getAsJsonObject("status");
    return new ExportedSpan(
        scope,
        text(span, "spanId"),
        text(span, "parentSpanId"),
        text(span, "name"),
        KINDS.get(span.get("kind").getAsInt()),
        STATUSES.get(status.has("code") ? status.get("code").getAsInt() : 0),
        text(status, "message"),
        span.get("startTimeUnixNano").getAsLong(),
        attributes(span),
        objects(span, "events").stream()
            .map(event -> new Event(text(event, "name"), attributes(event)))
            .toList(),
        objects(span, "links").stream().map(link -> text(link, "spanId")).toList());
  }

  private static Map<String, String> attributes(JsonObject owner) {
    Map<String, String> attributes = new TreeMap<>();
    for (JsonObject attribute : objects(owner, "attributes")) {
      String previous =
          attributes.put(text(attribute, "key"), value(attribute.getAsJsonObject("value")));
      if (previous != null) {
        throw new AssertionError("duplicate attribute: " + attribute);
      }
    }
    return attributes;
  }

  /** Returns the type, which is the key without "Value", and the value. */
  private static String value(JsonObject typed) {
    if (typed.size() == 0) {
      return "nothing";
    }
    Map.Entry<String, JsonElement> only = typed.entrySet().iterator().next();
    String type = only.getKey().replace("Value", "");
    if (type.equals("array")) {
      return objects(only.getValue().getAsJsonObject(), "values").stream()
          .map(ExportedSpan::value)
          .toList()
          .toString();
    }
    return type + " " + (type.equals("string") ? only.getValue() : only.getValue().getAsString());
  }

  private static List<JsonObject> objects(JsonObject owner, String name) {
    return owner.has(name)
        ? StreamSupport.stream(owner.getAsJsonArray(name).spliterator(), false)
            .map(JsonElement::getAsJsonObject)
            .toList()
        : List.of();
  }

  private static String text(JsonObject owner, String name) {
    return owner.has(name) ? owner.get(name).getAsString() : "";
  }
}
