package io.spanloom.telemetry.sampling;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.telemetry.settings.Glob;
import java.util.List;

/** A condition of a rule on a span that is about to start. */
sealed interface RuleCondition {

  boolean matches(String name, SpanKind kind, Attributes attributes);

  /** A condition on the span's name. */
  record OfName(Glob pattern) implements RuleCondition {

    @Override
    public boolean matches(String name, SpanKind kind, Attributes attributes) {
      return pattern.matches(name);
    }

    @Override
    public String toString() {
      return RuleSyntax.format(pattern);
    }
  }

  /** A condition on the span's kind. */
  record OfKind(SpanKind expected) implements RuleCondition {

    @Override
    public boolean matches(String name, SpanKind kind, Attributes attributes) {
      return kind == expected;
    }

    @Override
    public String toString() {
      return RuleSyntax.KIND + "=" + expected;
    }
  }

  /** A condition on the traced method's package. The pattern {@code a.*} also matches {@code a}. */
  record OfPackage(Glob pattern) implements RuleCondition {

    private static final AttributeKey<String> FUNCTION =
        AttributeKey.stringKey("code.function.name");

    @Override
    public boolean matches(String name, SpanKind kind, Attributes attributes) {
      String function = attributes.get(FUNCTION);
      if (function == null) {
        return false;
      }
      int end = packageEnd(function);
      return pattern.matches(function, end) || pattern.matches(function, Math.max(end - 1, 0));
    }

    /** Returns the index after the package's last dot. Types begin with a capital letter. */
    private static int packageEnd(String function) {
      int end = 0;
      while (end < function.length() && !Character.isUpperCase(function.charAt(end))) {
        int dot = function.indexOf('.', end);
        if (dot < 0) {
          int method = function.lastIndexOf('.');
          return method < 0 ? 0 : function.lastIndexOf('.', method - 1) + 1;
        }
        end = dot + 1;
      }
      return end;
    }

    @Override
    public String toString() {
      return RuleSyntax.PACKAGE + "=" + RuleSyntax.format(pattern);
    }
  }

  /**
   * A condition on an attribute of any type.
   *
   * @param keys the key, once for each type
   * @param pattern matches the value as a string, or any element of an array
   */
  record OfAttribute(List<AttributeKey<?>> keys, Glob pattern) implements RuleCondition {

    static OfAttribute named(String key, Glob pattern) {
      return new OfAttribute(
          List.of(
              AttributeKey.stringKey(key),
              AttributeKey.longKey(key),
              AttributeKey.booleanKey(key),
              AttributeKey.doubleKey(key),
              AttributeKey.stringArrayKey(key),
              AttributeKey.longArrayKey(key),
              AttributeKey.booleanArrayKey(key),
              AttributeKey.doubleArrayKey(key)),
          pattern);
    }

    @Override
    public boolean matches(String name, SpanKind kind, Attributes attributes) {
      for (int i = 0; i < keys.size(); i++) {
        Object value = attributes.get(keys.get(i));
        if (value != null) {
          return value instanceof List<?> list
              ? list.stream().anyMatch(element -> pattern.matches(String.valueOf(element)))
              : pattern.matches(value.toString());
        }
      }
      return false;
    }

    @Override
    public String toString() {
      return RuleSyntax.formatKey(keys.get(0).getKey()) + "=" + RuleSyntax.format(pattern);
    }
  }
}
