package io.spanloom.manifest;

import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A span in a span description.
 *
 * @param name the name of the span, or of the step for step events; null for the current span
 * @param form {@code span}, {@code workflow}, {@code step}, {@code step events}, {@code ai call} or
 *     {@code current span}
 * @param kind the span's kind, or null if the method creates no span
 * @param method the method's name and simple parameter types
 * @param descriptor the method's name and JVM descriptor
 * @param annotation the annotation that traces the method
 * @param inherited the origin of the annotation if it is not on the method itself, or null
 * @param root whether the span starts a new trace
 * @param endsWith {@code return}, or the kind of the deferred result with which the span ends, such
 *     as {@code stage}
 * @param streamSpan the name of the child span for the time of a stream, or null if there is none
 * @param exception the recorded part of an exception: {@code all}, {@code without message}, {@code
 *     type} or {@code none}
 * @param expected the exceptions that are not errors
 * @param parent the context parameter with the parent, or null
 * @param links the context parameters with the links
 * @param after the steps that come before a step, or null if there are none
 * @param attributes the span's attributes
 * @param woven whether the method calls its advice, or null if unknown
 */
record DescribedSpan(
    @Nullable String name,
    String form,
    @Nullable String kind,
    String method,
    String descriptor,
    String annotation,
    @Nullable Inherited inherited,
    boolean root,
    String endsWith,
    @Nullable String streamSpan,
    String exception,
    List<String> expected,
    @Nullable String parent,
    List<String> links,
    @Nullable List<String> after,
    List<DescribedAttribute> attributes,
    @Nullable Boolean woven) {

  /**
   * The origin of an annotation that is not on the method itself.
   *
   * @param annotation the annotation's binary name
   * @param on the binary name of the annotated type
   */
  record Inherited(String annotation, String on) {
    Inherited {
      Objects.requireNonNull(annotation, "annotation");
      Objects.requireNonNull(on, "on");
    }
  }

  DescribedSpan {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(descriptor, "descriptor");
    Objects.requireNonNull(annotation, "annotation");
    Objects.requireNonNull(endsWith, "endsWith");
    Objects.requireNonNull(exception, "exception");
    expected = List.copyOf(expected);
    links = List.copyOf(links);
    after = after == null ? null : List.copyOf(after);
    attributes = List.copyOf(attributes);
  }

  /** Returns the name, or an empty string. */
  String label() {
    return name == null ? "" : name;
  }

  /** Returns the constant value of an attribute as text, or null if it has none. */
  @Nullable String constant(String key) {
    return attributes.stream()
        .filter(attribute -> attribute.key().equals(key))
        .map(DescribedAttribute::value)
        .filter(Objects::nonNull)
        .map(JsonPrimitive::getAsString)
        .findFirst()
        .orElse(null);
  }

  /** Returns a copy with another weaving state. */
  DescribedSpan withWoven(@Nullable Boolean state) {
    return new DescribedSpan(
        name,
        form,
        kind,
        method,
        descriptor,
        annotation,
        inherited,
        root,
        endsWith,
        streamSpan,
        exception,
        expected,
        parent,
        links,
        after,
        attributes,
        state);
  }
}
