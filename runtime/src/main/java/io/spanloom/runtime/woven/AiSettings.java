package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings that all AI calls of a site share. Immutable. */
public final class AiSettings {

  private final String operation;
  private final String provider;
  private final @Nullable String model;
  private final @Nullable Double temperature;
  private final @Nullable String phase;
  private final AiAttributes attributes;
  private final boolean messages;
  private final boolean streaming;

  private AiSettings(
      String operation,
      String provider,
      @Nullable String model,
      @Nullable Double temperature,
      @Nullable String phase,
      AiAttributes attributes,
      boolean messages,
      boolean streaming) {
    this.operation = operation;
    this.provider = provider;
    this.model = model;
    this.temperature = temperature;
    this.phase = phase;
    this.attributes = attributes;
    this.messages = messages;
    this.streaming = streaming;
  }

  /**
   * Returns settings with {@code gen_ai.*} attributes and without exception messages.
   *
   * @param operation {@code gen_ai.operation.name}
   * @param provider {@code gen_ai.provider.name}
   * @return the settings
   */
  public static AiSettings of(String operation, String provider) {
    return new AiSettings(operation, provider, null, null, null, AiAttributes.GENAI, false, false);
  }

  /**
   * Returns a copy with the requested model.
   *
   * @param value {@code gen_ai.request.model}
   * @return the copy
   */
  public AiSettings model(String value) {
    return new AiSettings(
        operation, provider, value, temperature, phase, attributes, messages, streaming);
  }

  /**
   * Returns a copy with the requested temperature.
   *
   * @param value {@code gen_ai.request.temperature}
   * @return the copy
   */
  public AiSettings temperature(double value) {
    return new AiSettings(
        operation, provider, model, value, phase, attributes, messages, streaming);
  }

  /**
   * Returns a copy with the phase of a longer task.
   *
   * @param value {@code ai.prompt.phase}
   * @return the copy
   */
  public AiSettings phase(String value) {
    return new AiSettings(
        operation, provider, model, temperature, value, attributes, messages, streaming);
  }

  /**
   * Returns a copy with other names of attributes.
   *
   * @param value the names
   * @return the copy
   */
  public AiSettings attributes(AiAttributes value) {
    return new AiSettings(
        operation, provider, model, temperature, phase, value, messages, streaming);
  }

  /**
   * Returns a copy whose spans record the messages of exceptions, which may quote a prompt or a
   * response.
   *
   * @return the copy
   */
  public AiSettings withExceptionMessages() {
    return new AiSettings(
        operation, provider, model, temperature, phase, attributes, true, streaming);
  }

  /**
   * Returns a copy for calls whose response is a stream of chunks.
   *
   * @return the copy
   */
  public AiSettings streaming() {
    return new AiSettings(
        operation, provider, model, temperature, phase, attributes, messages, true);
  }

  String operation() {
    return operation;
  }

  String provider() {
    return provider;
  }

  @Nullable String model() {
    return model;
  }

  AiAttributes attributes() {
    return attributes;
  }

  boolean recordsMessages() {
    return messages;
  }

  boolean isStreaming() {
    return streaming;
  }

  /** Returns the attributes that are the same on each span. */
  List<TypedAttribute<?>> constants() {
    List<TypedAttribute<?>> result = new ArrayList<>();
    if (attributes.genAi()) {
      add(result, AiKeys.OPERATION, operation);
      add(result, AiKeys.PROVIDER, provider);
      add(result, AiKeys.REQUEST_MODEL, model);
      add(result, AiKeys.REQUEST_TEMPERATURE, temperature);
      add(result, AiKeys.REQUEST_STREAM, streaming ? true : null);
    }
    if (attributes.ai()) {
      add(result, AiKeys.SYSTEM, provider);
      add(result, AiKeys.MODEL, model);
      add(result, AiKeys.TEMPERATURE, temperature);
    }
    add(result, AiKeys.PHASE, phase);
    return result;
  }

  private static <T> void add(
      List<TypedAttribute<?>> attributes, AttributeKey<T> key, @Nullable T value) {
    if (value != null) {
      attributes.add(new TypedAttribute<>(key, value));
    }
  }
}
