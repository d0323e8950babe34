package io.spanloom.processor.check;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Rules about attributes from parameters. */
final class AttributeRules {

  private AttributeRules() {}

  static void keysDiffer(TracedMethod method, Report report) {
    Map<String, Attribute> byKey = new HashMap<>();
    for (Attribute attribute : method.attributes()) {
      Attribute first = byKey.putIfAbsent(attribute.key(), attribute);
      if (first != null) {
        report.error(
            Code.DUPLICATE_KEY,
            attribute.place(),
            "Key '"
                + attribute.key()
                + "' is taken by parameter "
                + first.parameter()
                + ", and a span keeps one value for a key. Give one of the two another key.");
      }
    }
  }

  static void keysAreFree(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      Set<String> reserved = ReservedKeys.of(span);
      for (Attribute attribute : method.attributes()) {
        if (reserved.contains(attribute.key())) {
          report.error(
              Code.RESERVED_KEY,
              attribute.place(),
              "Key '"
                  + attribute.key()
                  + "' is set by Spanloom on the spans of "
                  + span.annotation()
                  + ", and a span keeps one value for a key. Choose another key.");
        }
      }
    }
  }

  static void typesAreSupported(TracedMethod method, Report report) {
    for (Attribute attribute : method.attributes()) {
      if (attribute.type() == AttributeType.UNSUPPORTED) {
        report.error(
            Code.UNSUPPORTED_TYPE,
            attribute.place(),
            "Parameter "
                + attribute.parameter()
                + " of type "
                + attribute.typeText()
                + " cannot become an attribute, because its text may say anything, a secret too."
                + " Attributes can be String, the primitive types and their boxes, enums and"
                + " java.util.UUID: pass one of these.");
      }
    }
  }
}
