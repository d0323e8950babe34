package io.spanloom.processor.check;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.BuiltInAttribute;
import io.spanloom.processor.model.Source;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules about attributes from parameters. */
final class AttributeRules {

  private AttributeRules() {}

  static void keysDiffer(TracedMethod method, Report report) {
    Map<String, Attribute> byKey = new HashMap<>();
    for (Attribute attribute : method.attributes()) {
      Attribute first = byKey.putIfAbsent(attribute.key(), attribute);
      if (first != null && !attribute.agentCompatible()) {
        report.error(
            Code.DUPLICATE_KEY,
            attribute.location(),
            "Key '"
                + attribute.key()
                + "' is taken by "
                + described(first.source())
                + ", and a span keeps one value for a key. Give one of the two another key.");
      }
    }
  }

  static void keysAreFree(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      Set<String> reserved =
          BuiltInAttribute.of(span).stream().map(BuiltInAttribute::key).collect(Collectors.toSet());
      for (Attribute attribute : method.attributes()) {
        if (reserved.contains(attribute.key()) && !attribute.agentCompatible()) {
          report.error(
              Code.RESERVED_KEY,
              attribute.location(),
              "Key '"
                  + attribute.key()
                  + "' is set by Spanloom on the spans of "
                  + span.annotation()
                  + ", and a span keeps one value for a key. Choose another key.");
        }
      }
    }
  }

  static void sourcesAreClear(TracedMethod method, Report report) {
    for (Attribute attribute : method.attributes()) {
      if (attribute.source() instanceof Source.Unclear unclear) {
        report.error(
            Code.UNCLEAR_SOURCE,
            attribute.sourceLocation(),
            unclear.members().isEmpty()
                ? "Nothing says where the attribute's value comes from, and on a method there is no"
                    + " parameter that it could be. Write from = \"…\" (a path that begins with a"
                    + " parameter, this or result), literal = \"…\" or baggage = \"…\"."
                : "The attribute's value would come from "
                    + String.join(" and from ", unclear.members())
                    + ", but it has one value. Keep one of these members.");
      } else if (attribute.isRedacted() && !(attribute.source() instanceof Source.Path)) {
        report.error(
            Code.UNCLEAR_SOURCE,
            attribute.sourceLocation(),
            "A literal is not redacted, and neither is a baggage entry, which every service on the"
                + " way has read already. Remove redact, or the attribute.");
      } else if (attribute.key().isEmpty() && attribute.location().value() == null) {
        report.error(
            Code.BLANK_NAME,
            attribute.location(),
            "The attribute has no key, and on a method there is no parameter to name it after."
                + " Write one: @SpanAttribute(value = \"…\", …).");
      }
    }
  }

  static void typesAreSupported(TracedMethod method, Report report) {
    for (Attribute attribute : method.attributes()) {
      if (!(attribute.source() instanceof Source.Path path)) {
        continue;
      }
      String what = capitalized(described(path)) + " of type " + attribute.typeText();
      if (attribute.type() == AttributeType.CONTENT) {
        report.error(
            Code.UNSUPPORTED_TYPE,
            attribute.sourceLocation(),
            what
                + " cannot become an attribute: bytes, characters and streams carry content, which"
                + " does not belong on a span. Take what is said about it, such as its length:"
                + " from = \"length\" or from = \"size()\".");
      } else if (attribute.type() == AttributeType.UNSUPPORTED) {
        report.error(
            Code.UNSUPPORTED_TYPE,
            attribute.sourceLocation(),
            what
                + " cannot become an attribute, because its text may say anything, a secret too."
                + " Attributes can be String, the primitive types and their boxes, enums, UUID,"
                + " URI, dates and durations of java.time, and arrays, collections and Optionals"
                + " of most of these: pass one of these, say a path to one (from = \"id()\"), or say"
                + " from = \"toString()\" if its text is meant.");
      }
    }
  }

  private static String described(Source source) {
    if (source instanceof Source.Path path) {
      return path.steps().isEmpty() && path.root() instanceof Source.Parameter parameter
          ? "parameter " + parameter.name()
          : "'" + path.text() + "'";
    }
    return "another attribute";
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
