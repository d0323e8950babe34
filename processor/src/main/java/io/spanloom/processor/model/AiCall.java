package io.spanloom.processor.model;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code @AICall}.
 *
 * @param location the annotation
 * @param operation {@code gen_ai.operation.name}
 * @param remote whether the operation calls a remote service
 * @param provider {@code gen_ai.provider.name}
 * @param model {@code gen_ai.request.model}, empty if it is not fixed
 * @param name the name of the tool or agent, empty if it is not set
 * @param limits the limits of an agent
 * @param phase {@code ai.prompt.phase}, empty if it is not set
 * @param temperature {@code gen_ai.request.temperature}
 * @param temperatureLocation the location of the temperature
 * @param recordsMessages whether the messages of exceptions are recorded
 * @param attributes the names of the attributes
 * @param request the parameter that is read before the body, if any
 * @param response the result that is read after the body, if any
 * @param streaming the stream in which the response arrives, if it does
 * @param usage the path to the response within the result
 */
public record AiCall(
    SourceLocation location,
    String operation,
    boolean remote,
    SpanForm.Name provider,
    SpanForm.Name model,
    SpanForm.Name name,
    Limits limits,
    SpanForm.Name phase,
    OptionalDouble temperature,
    SourceLocation temperatureLocation,
    boolean recordsMessages,
    AiAttributes attributes,
    Optional<Request> request,
    Optional<Response> response,
    AiStreaming streaming,
    UsagePath usage)
    implements SpanForm {

  private static final Set<BuiltInAttribute> SUMS =
      EnumSet.of(
          BuiltInAttribute.AI_ITERATIONS,
          BuiltInAttribute.AI_TOOL_CALLS,
          BuiltInAttribute.AI_PROMPT_TOKENS,
          BuiltInAttribute.AI_COMPLETION_TOKENS,
          BuiltInAttribute.AI_TOTAL_TOKENS,
          BuiltInAttribute.AI_COST);

  private static final Set<BuiltInAttribute> ONLY_IN_RESPONSES =
      EnumSet.of(
          BuiltInAttribute.AI_RESPONSE_ID,
          BuiltInAttribute.AI_FINISH_REASONS,
          BuiltInAttribute.AI_TOOL_CALLS);

  /**
   * The limits of an agent.
   *
   * @param maxIterations the largest number of iterations, if the source sets it
   * @param iterationsLocation the location of that number
   * @param maxCostUsd the largest cost in US dollars, if the source sets it
   * @param costLocation the location of that cost
   */
  public record Limits(
      OptionalInt maxIterations,
      SourceLocation iterationsLocation,
      OptionalDouble maxCostUsd,
      SourceLocation costLocation) {}

  /**
   * A parameter that holds a request.
   *
   * @param parameter the parameter
   * @param reading the values to read from it
   */
  public record Request(AttributeSource.Parameter parameter, AiReading reading) {}

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
    String target = remote ? model.text() : name.text();
    return target.isEmpty() ? operation : operation + " " + target;
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
    provider.addTo(constants, BuiltInAttribute.AI_PROVIDER);
    provider.addTo(constants, BuiltInAttribute.AI_SYSTEM);
    if (isTool()) {
      name.addTo(constants, BuiltInAttribute.AI_TOOL_NAME);
    } else if (isAgent()) {
      name.addTo(constants, BuiltInAttribute.AI_AGENT_NAME);
    }
    model.addTo(constants, BuiltInAttribute.AI_REQUEST_MODEL);
    model.addTo(constants, BuiltInAttribute.AI_MODEL);
    temperature.ifPresent(
        value -> {
          constants.put(BuiltInAttribute.AI_REQUEST_TEMPERATURE, value);
          constants.put(BuiltInAttribute.AI_TEMPERATURE, value);
        });
    phase.addTo(constants, BuiltInAttribute.AI_PHASE);
    if (streamed()) {
      constants.put(BuiltInAttribute.AI_REQUEST_STREAM, true);
    }
    constants.keySet().removeIf(attribute -> !attributes.includes(attribute));
    return constants;
  }

  /**
   * Returns whether the response is a stream of chunks.
   *
   * @return true for a stream
   */
  public boolean streamed() {
    return streaming.streamed();
  }

  /**
   * Returns whether the calls are executions of a tool.
   *
   * @return true for {@code EXECUTE_TOOL}
   */
  public boolean isTool() {
    return operation.equals("execute_tool");
  }

  /**
   * Returns whether the calls are invocations of an agent.
   *
   * @return true for {@code INVOKE_AGENT}
   */
  public boolean isAgent() {
    return operation.equals("invoke_agent");
  }

  /**
   * Returns whether an attribute sums up the calls beneath an agent.
   *
   * @param attribute an attribute
   * @return false for tools and model calls
   */
  public boolean sums(BuiltInAttribute attribute) {
    return isAgent() && SUMS.contains(attribute);
  }

  /** Returns whether the response, or an agent's loop, may set an attribute. */
  boolean endsWith(BuiltInAttribute attribute) {
    if (sums(attribute)) {
      return true; // whatever the names are: backends add up gen_ai.usage.*
    }
    boolean usage = attribute.key().contains(".usage.") || attribute == BuiltInAttribute.AI_COST;
    boolean possible =
        attribute != BuiltInAttribute.AI_ITERATIONS
            && !(isAgent() && usage)
            && (remote || response.isPresent() || !ONLY_IN_RESPONSES.contains(attribute));
    return possible && attributes.includes(attribute);
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
   * Returns whether the span of a model call has the numbers of tokens.
   *
   * @return true if generated code reads them from the response
   */
  public boolean readsTokens() {
    return remote
        && response.stream()
            .flatMap(each -> each.reading().fields())
            .anyMatch(field -> field.attribute() == BuiltInAttribute.AI_INPUT_TOKENS);
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
