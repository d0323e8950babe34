package io.spanloom.runtime.woven;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings that all AI calls of a site share. An instance never changes once it is visible. */
public final class AiSettings {

  private final String operation;
  private final @Nullable String provider;
  private @Nullable String model;
  private @Nullable Double temperature;
  private @Nullable String phase;
  private AiAttributes attributes = AiAttributes.GENAI;
  private AgentRole role = AgentRole.NONE;
  private boolean recordsMessages;
  private boolean readsTokens;
  private boolean streaming;
  private boolean streamSpan;

  private AiSettings(String operation, @Nullable String provider) {
    this.operation = operation;
    this.provider = provider;
  }

  /**
   * Returns settings with {@code gen_ai.*} attributes and without exception messages.
   *
   * @param operation {@code gen_ai.operation.name}
   * @param provider {@code gen_ai.provider.name}, or null for a tool without one
   * @return the settings
   */
  public static AiSettings of(String operation, @Nullable String provider) {
    return new AiSettings(operation, provider);
  }

  private AiSettings copy() {
    AiSettings copy = new AiSettings(operation, provider);
    copy.model = model;
    copy.temperature = temperature;
    copy.phase = phase;
    copy.attributes = attributes;
    copy.role = role;
    copy.recordsMessages = recordsMessages;
    copy.readsTokens = readsTokens;
    copy.streaming = streaming;
    copy.streamSpan = streamSpan;
    return copy;
  }

  /**
   * Returns a copy with the requested model.
   *
   * @param value {@code gen_ai.request.model}
   * @return the copy
   */
  public AiSettings model(String value) {
    AiSettings copy = copy();
    copy.model = value;
    return copy;
  }

  /**
   * Returns a copy with the requested temperature.
   *
   * @param value {@code gen_ai.request.temperature}
   * @return the copy
   */
  public AiSettings temperature(double value) {
    AiSettings copy = copy();
    copy.temperature = value;
    return copy;
  }

  /**
   * Returns a copy with the phase of a longer task.
   *
   * @param value {@code ai.prompt.phase}
   * @return the copy
   */
  public AiSettings phase(String value) {
    AiSettings copy = copy();
    copy.phase = value;
    return copy;
  }

  /**
   * Returns a copy with other names of attributes.
   *
   * @param value the names
   * @return the copy
   */
  public AiSettings attributes(AiAttributes value) {
    AiSettings copy = copy();
    copy.attributes = value;
    return copy;
  }

  /**
   * Returns a copy whose spans record the messages of exceptions, which may quote a prompt or a
   * response.
   *
   * @return the copy
   */
  public AiSettings withExceptionMessages() {
    AiSettings copy = copy();
    copy.recordsMessages = true;
    return copy;
  }

  /**
   * Returns a copy for calls whose response has the numbers of tokens. Spans of other libraries
   * within such a call need not repeat them.
   *
   * @return the copy
   */
  public AiSettings readingTokens() {
    AiSettings copy = copy();
    copy.readsTokens = true;
    return copy;
  }

  /**
   * Returns a copy for calls whose response is a stream of chunks.
   *
   * @return the copy
   */
  public AiSettings streaming() {
    AiSettings copy = copy();
    copy.streaming = true;
    return copy;
  }

  /**
   * Returns a copy for calls whose stream has a span, too, a child of the call's.
   *
   * @return the copy
   */
  public AiSettings withStreamSpan() {
    AiSettings copy = copy();
    copy.streamSpan = true;
    return copy;
  }

  /**
   * Returns a copy with the name of the agent or the tool.
   *
   * @param value {@code gen_ai.agent.name} or {@code gen_ai.tool.name}
   * @return the copy
   */
  public AiSettings name(String value) {
    AiSettings copy = copy();
    copy.role = role.named(value);
    return copy;
  }

  /**
   * Returns a copy with the limits of an agent, which are reported when a call exceeds them.
   *
   * @param maxIterations the largest number of iterations, or 0 for any
   * @param maxCostUsd the largest cost in US dollars, or NaN for any
   * @return the copy
   */
  public AiSettings limits(int maxIterations, double maxCostUsd) {
    AiSettings copy = copy();
    copy.role = role.limited(maxIterations, maxCostUsd);
    return copy;
  }

  boolean isAgent() {
    return operation.equals("invoke_agent");
  }

  boolean isTool() {
    return operation.equals("execute_tool");
  }

  /** Returns whether the calls are requests to a model. */
  boolean isModelCall() {
    return !isAgent() && !isTool();
  }

  boolean isEmbedding() {
    return operation.equals("embeddings");
  }

  /** Returns whether the calls let a model generate, so that one is an iteration of an agent. */
  boolean isIteration() {
    return isModelCall() && !isEmbedding();
  }

  AgentRole role() {
    return role;
  }

  String operation() {
    return operation;
  }

  @Nullable String provider() {
    return provider;
  }

  @Nullable String model() {
    return model;
  }

  @Nullable Double temperature() {
    return temperature;
  }

  @Nullable String phase() {
    return phase;
  }

  AiAttributes attributes() {
    return attributes;
  }

  boolean recordsMessages() {
    return recordsMessages;
  }

  boolean readsTokens() {
    return readsTokens;
  }

  boolean isStreaming() {
    return streaming;
  }

  boolean hasStreamSpan() {
    return streamSpan;
  }

  /** Returns the attributes that are the same on each span. */
  List<TypedAttribute<?>> constants() {
    return AiConstants.of(this);
  }
}
