package io.spanloom.telemetry.view.page;

import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes attribute values in the JSON format of OTLP, such as {@code {"intValue":"5"}}. */
final class OtlpValueJson {

  private OtlpValueJson() {}

  /** Writes a value of an attribute, an element of an array, or a structured value. */
  static void write(JsonWriter json, @Nullable Object value) {
    json.begin('{');
    if (value instanceof Value<?> structured) {
      writeContent(json, structured.getValue());
    } else if (value != null) {
      writeContent(json, value);
    }
    json.end('}');
  }

  private static void writeContent(JsonWriter json, Object value) {
    if (value instanceof Boolean) {
      json.name("boolValue").raw(value.toString());
    } else if (value instanceof Long) {
      json.name("intValue").value(value.toString());
    } else if (value instanceof Double number) {
      writeDouble(json.name("doubleValue"), number);
    } else if (value instanceof ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      json.name("bytesValue").value(Base64.getEncoder().encodeToString(copy));
    } else if (value instanceof List<?> list) {
      boolean entries = !list.isEmpty() && list.get(0) instanceof KeyValue;
      json.name(entries ? "kvlistValue" : "arrayValue").begin('{').name("values").begin('[');
      list.forEach(element -> writeElement(json, element));
      json.end(']').end('}');
    } else {
      json.name("stringValue").value(value.toString());
    }
  }

  private static void writeElement(JsonWriter json, @Nullable Object element) {
    if (element instanceof KeyValue entry) {
      json.begin('{').name("key").value(entry.getKey()).name("value");
      write(json, entry.getValue());
      json.end('}');
    } else {
      write(json, element);
    }
  }

  /** JSON has no number for NaN and infinity, so protobuf's mapping uses strings. */
  private static void writeDouble(JsonWriter json, double number) {
    if (Double.isFinite(number)) {
      json.raw(Double.toString(number));
    } else {
      json.value(Double.toString(number));
    }
  }
}
