package io.spanloom.processor.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * {@code @AICall}.
 *
 * @param location the annotation
 * @param operation {@code gen_ai.operation.name}
 * @param remote whether the operation calls a remote service
 * @param provider {@code gen_ai.provider.name}
 * @param model {@code gen_ai.request.model}, empty if it is not fixed
 * @param phase {@code ai.prompt.phase}, empty if it is not set
 * @param temperature {@code gen_ai.request.temperature}
 * @param temperatureLocation the location of the temperature
 * @param recordsMessages whether the messages of exceptions are recorded
 * @param attributes the names of the attributes
 * @param request the parameter that is read before the body, if any
 * @param response the result that is read after the body, if any
 * @param handler the parameter that receives the chunks of a stream, if any
 * @param streamed whether the response is a stream of chunks
 * @param usage the path to the response within the result
 */
public record AiCall(
    SourceLocation location,
    String operation,
    boolean remote,
    SpanForm.Name provider,
    SpanForm.Name model,
    SpanForm.Name phase,
    OptionalDouble temperature,
    SourceLocation temperatureLocation,
    boolean recordsMessages,
    AiAttributes attributes,
    Optional<Request> request,
    Optional<Response> response,
    Optional<Handler> handler,
    boolean streamed,
    UsagePath usage)
    implements SpanForm {

  /**
   * A parameter that holds a request.
   *
   * @param parameter the parameter
   * @param reading the values to read from it
   */
  public record Request(Source.Parameter parameter, AiReading reading) {}

  /**
   * A response.
   *
   * @param reading the values to read from it
   * @param source where it comes from
   */
  public record Response(AiReading reading, ResponseSource source) {}

  /** The origin of a response. */
  public enum ResponseSource {
    /** The method's result. */
    RESULT,
    /** The value with which a deferred result completes, or the chunks of a stream. */
    DEFERRED,
    /** The chunks that a handler receives. */
    HANDLER
  }

  /**
   * A parameter that receives the chunks of a stream, and that the runtime replaces.
   *
   * @param parameter the parameter
   * @param adapter replaces it
   * @param endsSpan whether the span ends with the handler instead of the method
   */
  public record Handler(Source.Parameter parameter, DeferredAdapter adapter, boolean endsSpan) {}

  /**
   * The path to the response within the result.
   *
   * @param path the path, empty if the annotation sets none
   * @param fault the reason why the path is invalid, or an empty string
   */
  public record UsagePath(SpanForm.Name path, String fault) {}

  @Override
  public String annotation() {
    return "@AICall";
  }

  @Override
  public String formName() {
    return "ai call";
  }

  @Override
  public String spanName() {
    return model.text().isEmpty() ? operation : operation + " " + model.text();
  }

  @Override
  public String kind() {
    return remote ? "CLIENT" : "INTERNAL";
  }

  @Override
  public ExceptionPolicy exceptionPolicy() {
    return recordsMessages ? ExceptionPolicy.ALL : ExceptionPolicy.WITHOUT_MESSAGE;
  }

  @Override
  public Map<BuiltInAttribute, Object> constants() {
    Map<BuiltInAttribute, Object> constants = new EnumMap<>(BuiltInAttribute.class);
    constants.put(BuiltInAttribute.AI_OPERATION, operation);
    constants.put(BuiltInAttribute.AI_PROVIDER, provider.text());
    constants.put(BuiltInAttribute.AI_SYSTEM, provider.text());
    model.addTo(constants, BuiltInAttribute.AI_REQUEST_MODEL);
    model.addTo(constants, BuiltInAttribute.AI_MODEL);
    temperature.ifPresent(
        value -> {
          constants.put(BuiltInAttribute.AI_REQUEST_TEMPERATURE, value);
          constants.put(BuiltInAttribute.AI_TEMPERATURE, value);
        });
    phase.addTo(constants, BuiltInAttribute.AI_PHASE);
    if (streamed) {
      constants.put(BuiltInAttribute.AI_REQUEST_STREAM, true);
    }
    constants.keySet().removeIf(attribute -> !attributes.includes(attribute));
    return constants;
  }

  /**
   * Returns what generated code reads.
   *
   * @return the readings of the request and of the response, if any
   */
  public Stream<AiReading> readings() {
    return Stream.concat(
        request.stream().map(Request::reading), response.stream().map(Response::reading));
  }

  /**
   * Returns whether the request sets an attribute.
   *
   * @param attribute an attribute
   * @return true if a parameter has a value for it
   */
  public boolean readsFromRequest(BuiltInAttribute attribute) {
    return request.isPresent()
        && request.get().reading().fields().anyMatch(field -> field.attribute() == attribute);
  }
}
