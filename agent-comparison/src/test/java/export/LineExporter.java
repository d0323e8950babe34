package export;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Prints spans in the format of the agent's OTLP exporter, limited to what the tests read. */
final class LineExporter implements SpanExporter {

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    for (SpanData span : spans) {
      JsonObject scope = new JsonObject();
      scope.addProperty("name", span.getInstrumentationScopeInfo().getName());
      JsonObject scoped = new JsonObject();
      scoped.add("scope", scope);
      scoped.add("spans", list(List.of(span), LineExporter::json));
      JsonObject line = new JsonObject();
      line.add("resource", new JsonObject());
      line.add("scopeSpans", list(List.of(scoped), part -> part));
      out.println(line);
    }
    return CompletableResultCode.ofSuccess();
  }

  private static JsonObject json(SpanData span) {
    JsonObject json = new JsonObject();
    json.addProperty("spanId", span.getSpanId());
    if (span.getParentSpanContext().isValid()) {
      json.addProperty("parentSpanId", span.getParentSpanId());
    }
    json.addProperty("name", span.getName());
    json.addProperty("kind", span.getKind().ordinal() + 1);
    json.addProperty("startTimeUnixNano", Long.toString(span.getStartEpochNanos()));
    JsonObject status = new JsonObject();
    if (span.getStatus().getStatusCode() != StatusCode.UNSET) {
      status.addProperty("code", span.getStatus().getStatusCode().ordinal());
      status.addProperty("message", span.getStatus().getDescription());
    }
    json.add("status", status);
    json.add("attributes", attributes(span.getAttributes()));
    json.add(
        "events",
        list(
            span.getEvents(),
            event -> {
              JsonObject part = new JsonObject();
              part.addProperty("name", event.getName());
              part.add("attributes", attributes(event.getAttributes()));
              return part;
            }));
    json.add(
        "links",
        list(
            span.getLinks(),
            link -> {
              JsonObject part = new JsonObject();
              part.addProperty("spanId", link.getSpanContext().getSpanId());
              return part;
            }));
    return json;
  }

  private static JsonArray attributes(Attributes attributes) {
    JsonArray all = new JsonArray();
    attributes.forEach(
        (key, value) -> {
          JsonObject attribute = new JsonObject();
          attribute.addProperty("key", key.getKey());
          attribute.add("value", value(value));
          all.add(attribute);
        });
    return all;
  }

  private static JsonObject value(Object value) {
    JsonObject typed = new JsonObject();
    if (value instanceof List<?> values) {
      JsonObject array = new JsonObject();
      array.add("values", list(values, LineExporter::value));
      typed.add("arrayValue", array);
    } else if (value instanceof Boolean flag) {
      typed.addProperty("boolValue", flag);
    } else if (value instanceof Long number) {
      typed.addProperty("intValue", number.toString());
    } else if (value instanceof Double number) {
      typed.addProperty("doubleValue", number);
    } else {
      // OTLP arrays contain no null.
      typed.addProperty("stringValue", value == null ? "" : value.toString());
    }
    return typed;
  }

  private static <T> JsonArray list(List<? extends T> values, Function<T, JsonElement> toJson) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(toJson.apply(value)));
    return array;
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
