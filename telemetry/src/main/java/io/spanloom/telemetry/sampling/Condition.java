package io.spanloom.telemetry.sampling;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.telemetry.settings.Glob;
import java.util.List;

/** What has to hold for a span, as it is known when it starts, so that a rule is about it. */
sealed interface Condition {

  boolean holds(String name, SpanKind kind, Attributes attributes);

  /** The name. */
  record OfName(Glob pattern) implements Condition {

    @Override
    public boolean holds(String name, SpanKind kind, Attributes attributes) {
      return pattern.matches(name);
    }

    @Override
    public String toString() {
      return RuleText.written(pattern);
    }
  }

  /** The kind. */
  record OfKind(SpanKind wanted) implements Condition {

    @Override
    public boolean holds(String name, SpanKind kind, Attributes attributes) {
      return kind == wanted;
    }

    @Override
    public String toString() {
      return RuleText.KIND + "=" + wanted;
    }
  }

  /** The package of the method that the span is of; the pattern {@code a.*} means a, too. */
  record OfPackage(Glob pattern) implements Condition {

    private static final AttributeKey<String> FUNCTION =
        AttributeKey.stringKey("code.function.name");

    @Override
    public boolean holds(String name, SpanKind kind, Attributes attributes) {
      String function = attributes.get(FUNCTION);
      if (function == null) {
        return false;
      }
      int end = endOfPackage(function);
      return pattern.matches(function, end) || pattern.matches(function, Math.max(end - 1, 0));
    }

    /** Behind the dot after the package: types begin with a capital letter. */
    private static int endOfPackage(String function) {
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
      return RuleText.PACKAGE + "=" + RuleText.written(pattern);
    }
  }

  /**
   * An attribute, whatever its type.
   *
   * @param keys the key as each type has it
   * @param pattern its value, or one of its values, as a text
   */
  record OfAttribute(List<AttributeKey<?>> keys, Glob pattern) implements Condition {

    static OfAttribute named(String key, Glob pattern) {
      return new OfAttribute(
          List.of(
              AttributeKey.stringKey(key),
              AttributeKey.longKey(key),
              AttributeKey.booleanKey(key),
              AttributeKey.doubleKey(key),
              AttributeKey.stringArrayKey(key)),
          pattern);
    }

    @Override
    public boolean holds(String name, SpanKind kind, Attributes attributes) {
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
      return RuleText.writtenKey(keys.get(0).getKey()) + "=" + RuleText.written(pattern);
    }
  }
}
