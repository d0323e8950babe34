package io.spanloom.processor.write.description;

import static java.util.Objects.requireNonNull;

import io.spanloom.processor.model.AiCall;
import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.BuiltInAttribute;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
      case END, EVENT, STREAM -> addComputed(attribute, END);
      case REQUEST -> addRequest(attribute, (AiCall) span);
      case RESPONSE -> addResponse(attribute, (AiCall) span);
    }
  }

  private void addRequest(BuiltInAttribute attribute, AiCall call) {
    Object constant = call.constants().get(attribute);
    Optional<String> path = call.request().flatMap(each -> each.reading().path(attribute));
    if (constant != null) {
      addConstant(attribute, constant);
    } else if (path.isPresent()) {
      Map<String, Object> description = add(attribute, "path");
      description.put("path", call.request().orElseThrow().parameter().name() + "." + path.get());
      description.put("when", START);
    } else {
      addComputed(attribute, attribute == BuiltInAttribute.AI_MODEL ? END : START);
    }
  }

  /** Describes an attribute of a response, which the program or a loop may also supply. */
  private void addResponse(BuiltInAttribute attribute, AiCall call) {
    Optional<String> path =
        call.sums(attribute) || attribute == BuiltInAttribute.AI_COST
            ? Optional.empty()
            : call.response().flatMap(each -> each.reading().path(attribute));
    if (path.isPresent()) {
      Map<String, Object> description = add(attribute, "answer");
      description.put("path", "result." + path.get());
      description.put("when", END);
    } else {
      addComputed(attribute, END);
    }
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
