package io.spanloom.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;
import java.util.OptionalDouble;

/** What a run of a method becomes, by its span annotation. */
public sealed interface SpanForm {

  /**
   * Returns the annotation.
   *
   * @return its place
   */
  SourceLocation place();

  /**
   * Returns the annotation's name for messages.
   *
   * @return the name, with its at sign
   */
  String annotation();

  /**
   * A name that the annotation gives.
   *
   * @param text the text; where the source says nothing, the name that is used instead
   * @param explicit whether the source sets it
   * @param place where it is said
   */
  record Name(String text, boolean explicit, SourceLocation place) {}

  /**
   * {@code @Traced}.
   *
   * @param place the annotation
   * @param name the span's name
   * @param kind the span's kind, a constant of {@code SpanKind}
   * @param root whether it starts a trace of its own
   * @param expected the exceptions that are no errors
   * @param recordsException whether an exception is recorded with message and stack trace
   * @param agentCompatible whether it is OpenTelemetry's {@code @WithSpan}, which means what it
   *     means to OpenTelemetry's agent
   */
  record Span(
      SourceLocation place,
      Name name,
      String kind,
      boolean root,
      List<Expected> expected,
      boolean recordsException,
      boolean agentCompatible)
      implements SpanForm {
    @Override
    public String annotation() {
      return agentCompatible ? "@WithSpan" : "@Traced";
    }
  }

  /**
   * OpenTelemetry's {@code @AddingSpanAttributes}: attributes of the span that is current.
   *
   * @param place the annotation
   */
  record CurrentSpanAttributes(SourceLocation place) implements SpanForm {
    @Override
    public String annotation() {
      return "@AddingSpanAttributes";
    }
  }

  /**
   * An exception that is no error.
   *
   * @param type the exception's type
   * @param nameable whether generated code can name it
   * @param place where it is said
   */
  record Expected(TypeName type, boolean nameable, SourceLocation place) {}

  /**
   * {@code @WorkflowStep}.
   *
   * @param place the annotation
   * @param step the step's name
   * @param workflow the workflow's name, empty where it has none
   * @param events whether it becomes events and not a span
   */
  record Step(SourceLocation place, Name step, Name workflow, boolean events) implements SpanForm {
    @Override
    public String annotation() {
      return "@WorkflowStep";
    }
  }

  /**
   * {@code @AICall}.
   *
   * @param place the annotation
   * @param operation {@code gen_ai.operation.name}
   * @param remote whether the operation is one of a client and not of this process
   * @param provider {@code gen_ai.provider.name}
   * @param model {@code gen_ai.request.model}, empty where it is not fixed
   * @param phase {@code ai.prompt.phase}, empty where none is said
   * @param temperature {@code gen_ai.request.temperature}
   * @param temperaturePlace where the temperature is said
   */
  record AiCall(
      SourceLocation place,
      String operation,
      boolean remote,
      Name provider,
      Name model,
      Name phase,
      OptionalDouble temperature,
      SourceLocation temperaturePlace)
      implements SpanForm {
    @Override
    public String annotation() {
      return "@AICall";
    }
  }
}
