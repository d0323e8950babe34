package io.spanloom.processor.check;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.TracedMethod;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Rules about attributes from parameters. */
final class AttributeRules {

  /** Keys that the runtime sets on spans; a second value would replace the first. */
  private static final Set<String> RESERVED = Set.of("code.function.name", "error.type");

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
    for (Attribute attribute : method.attributes()) {
      if (RESERVED.contains(attribute.key())) {
        report.error(
            Code.RESERVED_KEY,
            attribute.place(),
            "Key '"
                + attribute.key()
                + "' is set by Spanloom itself, and a span keeps one value for a key. Choose another"
                + " key.");
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

  static void typesAreNameable(TracedMethod method, Report report) {
    for (Attribute attribute : method.attributes()) {
      if (attribute.type() != AttributeType.UNSUPPORTED && !attribute.typeNameable()) {
        report.error(
            Code.UNNAMEABLE_TYPE,
            attribute.place(),
            "Type "
                + attribute.typeText()
                + " of parameter "
                + attribute.parameter()
                + " is not visible in its package, where the generated aspect stands. Make it"
                + " package-private, or pass its value as a String.");
      }
    }
  }
}
