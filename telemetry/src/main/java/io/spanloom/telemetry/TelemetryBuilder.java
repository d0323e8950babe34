package io.spanloom.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.spanloom.telemetry.settings.SettingNames;
import io.spanloom.telemetry.start.ProgrammaticConfig;
import java.util.HashMap;
import java.util.Map;

/**
 * Configures telemetry in code and starts it. Environment variables and system properties take
 * precedence, so that the operator of a program can override its code. Not thread-safe.
 */
public final class TelemetryBuilder {

  private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

  private static final AttributeKey<String> SERVICE_VERSION =
      AttributeKey.stringKey("service.version");

  private final AttributesBuilder resource = Attributes.builder();
  private final Map<String, String> properties = new HashMap<>();

  TelemetryBuilder() {}

  /**
   * Sets {@code service.name}, unless {@code OTEL_SERVICE_NAME} is set.
   *
   * @param name the service's name, the same for all of its instances
   * @return this builder
   */
  public TelemetryBuilder serviceName(String name) {
    resource.put(SERVICE_NAME, name);
    return this;
  }

  /**
   * Sets {@code service.version}, unless {@code OTEL_RESOURCE_ATTRIBUTES} sets it.
   *
   * @param version the service's version, in any format
   * @return this builder
   */
  public TelemetryBuilder serviceVersion(String version) {
    resource.put(SERVICE_VERSION, version);
    return this;
  }

  /**
   * Adds attributes to the resource, which belongs to every span. Attributes in {@code
   * OTEL_RESOURCE_ATTRIBUTES} take precedence.
   *
   * @param attributes the attributes, such as {@code deployment.environment.name}
   * @return this builder
   */
  public TelemetryBuilder resource(Attributes attributes) {
    resource.putAll(attributes);
    return this;
  }

  /**
   * Sets the sampling rules, unless {@code SPANLOOM_SAMPLING_RULES} is set. If the rules are
   * invalid, {@link #start()} logs a warning and samples all new traces.
   *
   * @param rules the rules, such as {@code /health* = 0; * = 0.1}
   * @return this builder
   */
  public TelemetryBuilder samplingRules(String rules) {
    properties.put(SettingNames.SAMPLING_RULES, rules);
    return this;
  }

  /**
   * Starts telemetry as {@link Telemetry#start()} does. If telemetry is already running, ignores
   * this builder's configuration and logs a warning.
   *
   * @return the telemetry, to be stopped when the program ends
   */
  public Telemetry start() {
    return Telemetry.start(new ProgrammaticConfig(resource.build(), Map.copyOf(properties)));
  }
}
