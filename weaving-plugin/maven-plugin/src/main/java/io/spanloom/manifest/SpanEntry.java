package io.spanloom.manifest;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a method makes.
 *
 * @param name the span's name, or of a step that becomes events the step's; null where attributes
 *     go to the current span
 * @param form {@code span}, {@code step}, {@code step events}, {@code ai call} or {@code current
 *     span}
 * @param kind the span's kind, or null where there is no span
 * @param method the method's name and parameter types for people
 * @param descriptor the method's name and descriptor in the JVM
 * @param annotation the annotation that asks for it
 * @param inherited where that is said if not on the method itself
 * @param root whether it starts a trace of its own
 * @param endsWith {@code return}, or {@code stage} where it ends when the returned stage does
 * @param exception what of an exception is recorded: {@code all}, {@code without message}, {@code
 *     type} or {@code none}
 * @param expected the exceptions that are no errors
 * @param parent the parameter that hands a parent in, or null
 * @param links the parameters that hand links in
 * @param attributes the values on it
 * @param woven whether the method calls its advice, or null where that was not looked at
 */
record SpanEntry(
    @Nullable String name,
    String form,
    @Nullable String kind,
    String method,
    String descriptor,
    String annotation,
    @Nullable Inherited inherited,
    boolean root,
    String endsWith,
    String exception,
    List<String> expected,
    @Nullable String parent,
    List<String> links,
    List<AttributeEntry> attributes,
    @Nullable Boolean woven) {

  /**
   * Where an annotation is said that holds for a method.
   *
   * @param annotation its binary name
   * @param on the binary name of the class that bears it
   */
  record Inherited(String annotation, String on) {
    Inherited {
      Objects.requireNonNull(annotation, "annotation");
      Objects.requireNonNull(on, "on");
    }
  }

  SpanEntry {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(descriptor, "descriptor");
    Objects.requireNonNull(annotation, "annotation");
    Objects.requireNonNull(endsWith, "endsWith");
    Objects.requireNonNull(exception, "exception");
    expected = List.copyOf(expected);
    links = List.copyOf(links);
    attributes = List.copyOf(attributes);
  }

  String label() {
    return name == null ? "" : name;
  }

  SpanEntry woven(@Nullable Boolean now) {
    return new SpanEntry(
        name,
        form,
        kind,
        method,
        descriptor,
        annotation,
        inherited,
        root,
        endsWith,
        exception,
        expected,
        parent,
        links,
        attributes,
        now);
  }
}
