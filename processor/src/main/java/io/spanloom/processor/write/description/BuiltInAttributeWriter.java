package io.spanloom.processor.write.description;

import static java.util.Objects.requireNonNull;

import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.BuiltInAttribute;
import io.spanloom.processor.model.ResponseField;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Describes the attributes that Spanloom sets itself. */
final class BuiltInAttributeWriter {

  private static final String START = "start";
  private static final String END = "end";

  private final List<Map<String, Object>> attributes = new ArrayList<>();

  private BuiltInAttributeWriter() {}

  static List<Map<String, Object>> write(TracedMethod method) {
    BuiltInAttributeWriter writer = new BuiltInAttributeWriter();
    if (!method.span().addsToCurrentSpan()) {
      BuiltInAttribute.of(method.span()).forEach(attribute -> writer.add(attribute, method));
      if (method.result() instanceof Result.Deferred && !method.span().agentCompatible()) {
        writer.addComputed(BuiltInAttribute.CANCELLED, END);
      }
      if (method.result() instanceof Result.AiResponse response) {
        response.fields().forEach(writer::addField);
      }
    }
    return writer.attributes;
  }

  private void add(BuiltInAttribute attribute, TracedMethod method) {
    SpanForm span = method.span();
    switch (attribute.origin()) {
      case METHOD -> addConstant(attribute, method.id().function());
      case ANNOTATION -> addConstant(attribute, requireNonNull(span.constants().get(attribute)));
      case FAILURE -> {
        // OpenTelemetry's agent does not set error.type.
        if (!span.agentCompatible()) {
          addComputed(attribute, "failure");
        }
      }
      case RUN -> addComputed(attribute, "run");
      case END, EVENT -> addComputed(attribute, END);
      case RESPONSE -> {}
    }
  }

  private void addField(ResponseField field) {
    List<BuiltInAttribute> set = field.target().attributes();
    for (int i = 0; i < set.size(); i++) {
      if (i < field.accessors().size()) {
        Map<String, Object> attribute = add(set.get(i), "answer");
        attribute.put("path", path(field, i));
        attribute.put("when", END);
      } else {
        addComputed(set.get(i), END);
      }
    }
  }

  private static String path(ResponseField field, int index) {
    ResponseField.Owner owner = field.owner();
    return "result."
        + (owner == null ? "" : owner.accessor() + "().")
        + field.accessors().get(index)
        + "()";
  }

  private void addConstant(BuiltInAttribute attribute, Object value) {
    Map<String, Object> description = add(attribute, "constant");
    description.put("value", value);
    description.put("when", START);
  }

  private void addComputed(BuiltInAttribute attribute, String when) {
    add(attribute, "spanloom").put("when", when);
  }

  private Map<String, Object> add(BuiltInAttribute attribute, String from) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("key", attribute.key());
    description.put("type", typeName(attribute.type()));
    description.put("from", from);
    attributes.add(description);
    return description;
  }

  /** Returns the name of a key's type, such as {@code string[]}. */
  static String typeName(AttributeType.Key key) {
    return key.name().toLowerCase(Locale.ROOT).replace("_array", "[]");
  }
}
