package io.spanloom.processor.check;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.AttributeSource;
import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.BuiltInAttribute;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules for the keys, sources and types of attributes. */
final class AttributeRules {

  private AttributeRules() {}

  static void keysAreUnique(TracedMethod method, Report report) {
    Map<String, Attribute> byKey = new HashMap<>();
    for (Attribute attribute : method.attributes()) {
      Attribute first = byKey.putIfAbsent(attribute.key(), attribute);
      if (first != null && !attribute.agentCompatible()) {
        report.error(
            Code.DUPLICATE_KEY,
            attribute.location(),
            """
            Key '%s' is already used by %s, and a span keeps only one value per key. Choose \
            another key for one of them.\
            """
                .formatted(attribute.key(), description(first.source())));
      }
    }
  }

  static void keysAreNotReserved(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      Set<String> reserved =
          BuiltInAttribute.of(span).stream().map(BuiltInAttribute::key).collect(Collectors.toSet());
      for (Attribute attribute : method.attributes()) {
        if (reserved.contains(attribute.key()) && !attribute.agentCompatible()) {
          report.error(
              Code.RESERVED_KEY,
              attribute.location(),
              """
              Key '%s' is reserved, because Spanloom sets it on the spans of %s. Choose another \
              key.\
              """
                  .formatted(attribute.key(), span.annotation()));
        }
      }
    }
  }

  static void sourcesAreUnambiguous(TracedMethod method, Report report) {
    for (Attribute attribute : method.attributes()) {
      if (attribute.source() instanceof AttributeSource.Unclear unclear) {
        report.error(Code.AMBIGUOUS_SOURCE, attribute.sourceLocation(), text(unclear));
      } else if (attribute.isRedacted() && !(attribute.source() instanceof AttributeSource.Path)) {
        report.error(
            Code.AMBIGUOUS_SOURCE,
            attribute.sourceLocation(),
            """
            'redact' applies only to the value of a parameter or a path. A literal remains readable \
            in the source code, and a baggage entry has already reached other services. Remove \
            'redact' or the attribute.\
            """);
      } else if (attribute.key().isEmpty() && attribute.location().value() == null) {
        report.error(
            Code.BLANK_NAME,
            attribute.location(),
            """
            @SpanAttribute on a method requires a key, because no parameter supplies the name. Set \
            one: @SpanAttribute(value = "…", …).\
            """);
      }
    }
  }

  private static String text(AttributeSource.Unclear unclear) {
    return unclear.members().isEmpty()
        ? """
          @SpanAttribute on a method requires a source, because no parameter supplies the value. \
          Set from = "…" (a path that starts with a parameter, this or result), literal = "…" or \
          baggage = "…".\
          """
        : """
          Members '%s' cannot be combined, because an attribute has a single value. Keep one of \
          them.\
          """
            .formatted(String.join("' and '", unclear.members()));
  }

  static void typesAreSupported(TracedMethod method, Report report) {
    for (Attribute attribute : method.attributes()) {
      if (!(attribute.source() instanceof AttributeSource.Path path)
          || SpanRules.isPathOfSpan(attribute, method)) {
        continue;
      }
      if (attribute.type() == AttributeType.CONTENT) {
        report.error(
            Code.UNSUPPORTED_TYPE,
            attribute.sourceLocation(),
            """
            %s of type %s cannot be an attribute, because bytes, characters and streams can carry \
            message content. Read a property such as the length instead: from = "length" or \
            from = "size()".\
            """
                .formatted(capitalized(description(path)), attribute.typeText()));
      } else if (attribute.type() == AttributeType.UNSUPPORTED) {
        report.error(
            Code.UNSUPPORTED_TYPE,
            attribute.sourceLocation(),
            """
            %s of type %s cannot be an attribute, because its text may contain anything, including \
            secrets. Supported types are String, primitive types and their boxes, enums, UUID, \
            URI, dates and durations of java.time, and arrays, collections and Optionals of most \
            of these. Pass a supported type, read one by a path (from = "id()"), or use \
            from = "toString()" if the text is safe.\
            """
                .formatted(capitalized(description(path)), attribute.typeText()));
      }
    }
  }

  private static String description(AttributeSource source) {
    if (source instanceof AttributeSource.Path path) {
      return path.steps().isEmpty() && path.root() instanceof AttributeSource.Parameter parameter
          ? "parameter '%s'".formatted(parameter.name())
          : "path '%s'".formatted(path.text());
    }
    return "another attribute";
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
