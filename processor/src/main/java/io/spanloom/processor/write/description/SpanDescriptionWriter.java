package io.spanloom.processor.write.description;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.ContextParameter;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.Source;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.TracedType;
import io.spanloom.processor.write.AspectNames;
import io.spanloom.processor.write.OwnAttributes;
import io.spanloom.processor.write.SiteWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Describes the spans of a class: what becomes part of the telemetry manifest, {@code
 * docs/spans.schema.json}.
 */
public final class SpanDescriptionWriter {

  private static final int FORMAT = 1;

  private SpanDescriptionWriter() {}

  /**
   * Returns the name of the file that describes a class's spans.
   *
   * @param type the class
   * @return the name, without a folder
   */
  public static String fileName(TracedType type) {
    return AspectNames.aspectOf(type.binaryName()) + ".json";
  }

  /**
   * Describes the spans of a class.
   *
   * @param type a class without errors
   * @return the description, as JSON
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
    if (!method.addsOnly()) {
      result.put("name", SiteWriter.spanName(span));
    }
    result.put("form", form(span));
    if (!method.addsOnly() && !isEvents(span)) {
      result.put("kind", SiteWriter.kind(span));
    }
    result.put("method", method.signature());
    result.put("descriptor", method.descriptor());
    result.put("annotation", span.annotation());
    method.inherited().ifPresent(inherited -> result.put("inherited", inherited(inherited)));
    result.put("root", span instanceof SpanForm.Span traced && traced.root());
    result.put("endsWith", method.result() instanceof Result.Stage ? "stage" : "return");
    result.put("exception", method.addsOnly() ? "none" : exception(span));
    result.put("expected", expected(span));
    method.parents().stream()
        .findFirst()
        .ifPresent(parent -> result.put("parent", parent.parameter().name()));
    result.put("links", method.links().stream().map(SpanDescriptionWriter::name).toList());
    List<Map<String, Object>> attributes = new ArrayList<>();
    method.attributes().forEach(attribute -> attributes.add(attribute(attribute)));
    attributes.addAll(OwnAttributes.of(method));
    result.put("attributes", attributes);
    return result;
  }

  private static String form(SpanForm span) {
    if (span instanceof SpanForm.Step) {
      return isEvents(span) ? "step events" : "step";
    }
    if (span instanceof SpanForm.AiCall) {
      return "ai call";
    }
    return span instanceof SpanForm.CurrentSpanAttributes ? "current span" : "span";
  }

  private static boolean isEvents(SpanForm span) {
    return span instanceof SpanForm.Step step && step.events();
  }

  private static Map<String, Object> inherited(TracedMethod.Inherited inherited) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("annotation", inherited.annotation());
    result.put("on", inherited.holder());
    return result;
  }

  /** What of an exception a span tells. */
  private static String exception(SpanForm span) {
    if (span instanceof SpanForm.AiCall) {
      return "without message";
    }
    boolean typeOnly =
        isEvents(span) || (span instanceof SpanForm.Span traced && !traced.recordsException());
    return typeOnly ? "type" : "all";
  }

  private static List<String> expected(SpanForm span) {
    return span instanceof SpanForm.Span traced
        ? traced.expected().stream().map(expected -> expected.type().toString()).toList()
        : List.of();
  }

  private static String name(ContextParameter handed) {
    return handed.parameter().name();
  }

  private static Map<String, Object> attribute(Attribute attribute) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("key", attribute.key());
    result.put("type", type(attribute.keyType()));
    if (attribute.source() instanceof Source.Path path) {
      result.put("from", "path");
      result.put("path", path.text());
      result.put("javaType", attribute.typeText());
    } else if (attribute.source() instanceof Source.Literal literal) {
      result.put("from", "constant");
      result.put("value", constant(attribute.keyType(), literal.value()));
    } else if (attribute.source() instanceof Source.Baggage baggage) {
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

  private static String type(AttributeType.Key key) {
    return key.name().toLowerCase(Locale.ROOT).replace("_array", "[]");
  }
}
