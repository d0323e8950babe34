package io.spanloom.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.spanloom.telemetry.settings.SettingNames;
import io.spanloom.telemetry.start.ProgrammaticConfig;
import java.util.HashMap;
import java.util.Map;

/**
 * What a program says of itself before telemetry starts. What the environment and the system
 * properties say wins, so that whoever runs the program has the last word. For one thread.
 */
public final class TelemetryBuilder {

  private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

  private static final AttributeKey<String> SERVICE_VERSION =
      AttributeKey.stringKey("service.version");

  private final AttributesBuilder resource = Attributes.builder();
  private final Map<String, String> properties = new HashMap<>();

  TelemetryBuilder() {}

  /**
   * Sets {@code service.name}, for want of {@code OTEL_SERVICE_NAME}.
   *
   * @param name the name, the same for all instances of the program
   * @return this
   */
  public TelemetryBuilder serviceName(String name) {
    resource.put(SERVICE_NAME, name);
    return this;
  }

  /**
   * Sets {@code service.version}, for want of one in {@code OTEL_RESOURCE_ATTRIBUTES}.
   *
   * @param version the version, as the program's makers write it
   * @return this
   */
  public TelemetryBuilder serviceVersion(String version) {
    resource.put(SERVICE_VERSION, version);
    return this;
  }

  /**
   * Adds attributes of the resource, which every span has; those in {@code
   * OTEL_RESOURCE_ATTRIBUTES} win.
   *
   * @param attributes such as {@code deployment.environment.name}
   * @return this
   */
  public TelemetryBuilder resource(Attributes attributes) {
    resource.putAll(attributes);
    return this;
  }

  /**
   * Sets the rules by which traces are kept, for want of {@code SPANLOOM_SAMPLING_RULES}.
   *
   * @param rules such as {@code /health* = 0; * = 0.1}; what is wrong in them is said at the start,
   *     and every trace is kept
   * @return this
   */
  public TelemetryBuilder samplingRules(String rules) {
    properties.put(SettingNames.SAMPLING_RULES, rules);
    return this;
  }

  /**
   * Starts telemetry as {@link Telemetry#start()} does. Where it runs already, it runs on as it is:
   * what this builder was told is not used, and a warning says so.
   *
   * @return the telemetry, to be stopped at the end
   */
  public Telemetry start() {
    return Telemetry.start(new ProgrammaticConfig(resource.build(), Map.copyOf(properties)));
  }
}
