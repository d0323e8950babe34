package io.spanloom.processor.write.description;

import io.spanloom.processor.model.AiCall;
import io.spanloom.processor.model.AiStreaming;
import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.AttributeSource;
import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.ContextParameter;
import io.spanloom.processor.model.ExceptionPolicy;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.TracedType;
import io.spanloom.processor.model.WorkflowForm;
import io.spanloom.processor.write.AspectNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the span description of a class, from which the telemetry manifest is built. {@code
 * docs/spans.schema.json} specifies the format.
 */
public final class SpanDescriptionWriter {

  private static final int FORMAT = 1;

  private SpanDescriptionWriter() {}

  /**
   * Returns the name of the file for a class's span description.
   *
   * @param type the class
   * @return the file name
   */
  public static String fileName(TracedType type) {
    return AspectNames.aspectOf(type.binaryName()) + ".json";
  }

  /**
   * Describes the spans of a class.
   *
   * @param type a class without errors
   * @return the description in JSON
   */
  public static String write(TracedType type) {
    String folder = type.name().packageName().replace('.', '/');
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("format", FORMAT);
    result.put("class", type.binaryName());
    result.put(
        "source",
        (folder.isEmpty() ? "" : folder + "/") + AspectNames.aspectOf(type.binaryName()) + ".java");
    result.put("spans", type.traced().stream().map(SpanDescriptionWriter::span).toList());
    return Json.write(result);
  }

  private static Map<String, Object> span(TracedMethod method) {
    SpanForm span = method.span();
    Map<String, Object> result = new LinkedHashMap<>();
    if (!span.addsToCurrentSpan()) {
      result.put("name", span.spanName());
    }
    result.put("form", span.formName());
    if (!span.addsToCurrentSpan() && !span.recordsEvents()) {
      result.put("kind", span.kind());
    }
    result.put("method", method.signature());
    result.put("descriptor", method.id().descriptor());
    result.put("annotation", span.annotation());
    method.inherited().ifPresent(inherited -> result.put("inherited", inherited(inherited)));
    result.put("root", span.root());
    result.put("endsWith", endsWith(method));
    if (span instanceof AiCall call && call.streaming().ownSpan().isPresent()) {
      result.put("streamSpan", call.spanName() + " stream");
    }
    result.put("exception", exception(span.exceptionPolicy()));
    result.put("expected", span.expected().stream().map(each -> each.type().toString()).toList());
    method.parents().stream()
        .findFirst()
        .ifPresent(parent -> result.put("parent", parent.parameter().name()));
    result.put("links", method.links().stream().map(SpanDescriptionWriter::name).toList());
    if (span instanceof WorkflowForm.Step step && !step.after().isEmpty()) {
      result.put("after", step.after().stream().map(SpanForm.Name::text).toList());
    }
    List<Map<String, Object>> attributes = new ArrayList<>();
    method.attributes().forEach(attribute -> attributes.add(attribute(attribute)));
    attributes.addAll(BuiltInAttributeWriter.write(method));
    result.put("attributes", attributes);
    return result;
  }

  private static String endsWith(TracedMethod method) {
    if (method.span() instanceof AiCall call
        && call.streaming().handler().filter(AiStreaming.Handler::endsSpan).isPresent()) {
      return "handler";
    }
    return method.result() instanceof Result.Deferred deferred ? deferred.endsWith() : "return";
  }

  private static Map<String, Object> inherited(TracedMethod.Inherited inherited) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("annotation", inherited.annotation());
    result.put("on", inherited.holder());
    return result;
  }

  private static String exception(ExceptionPolicy policy) {
    return switch (policy) {
      case NONE -> "none";
      case TYPE -> "type";
      case WITHOUT_MESSAGE -> "without message";
      case ALL -> "all";
    };
  }

  private static String name(ContextParameter link) {
    return link.parameter().name();
  }

  private static Map<String, Object> attribute(Attribute attribute) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("key", attribute.key());
    result.put("type", BuiltInAttributeWriter.typeName(attribute.keyType()));
    if (attribute.source() instanceof AttributeSource.Path path) {
      result.put("from", "path");
      result.put("path", path.text());
      result.put("javaType", attribute.typeText());
    } else if (attribute.source() instanceof AttributeSource.Literal literal) {
      result.put("from", "constant");
      result.put("value", constant(attribute.keyType(), literal.value()));
    } else if (attribute.source() instanceof AttributeSource.Baggage baggage) {
      result.put("from", "baggage");
      result.put("entry", baggage.entry());
    }
    if (attribute.isRedacted()) {
      result.put("redact", attribute.redact().name().toLowerCase(Locale.ROOT));
    }
    result.put("when", attribute.atEnd() ? "end" : "start");
    return result;
  }

  private static Object constant(AttributeType.Key type, Object value) {
    return switch (type) {
      case LONG, BOOLEAN -> value;
      case DOUBLE -> ((Number) value).doubleValue();
      default -> value.toString();
    };
  }
}
