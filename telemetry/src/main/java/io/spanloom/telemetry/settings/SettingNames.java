package io.spanloom.telemetry.settings;

import java.util.Map;

/** The names of the settings that a start looks at, as system properties, and their defaults. */
public final class SettingNames {

  public static final String DEBUG = "otel.debug";
  public static final String DISABLED = "otel.sdk.disabled";
  public static final String CONFIG_FILE = "otel.config.file";
  public static final String SERVICE_NAME = "otel.service.name";
  public static final String RESOURCE_ATTRIBUTES = "otel.resource.attributes";
  public static final String TRACES_EXPORTER = "otel.traces.exporter";
  static final String SAMPLER = "otel.traces.sampler";
  static final String SAMPLER_ARG = SAMPLER + ".arg";
  static final String OTLP = "otel.exporter.otlp.";
  static final String OTLP_TRACES = OTLP + "traces.";
  public static final String RETRY_DISABLED = "otel.java.exporter.otlp.retry.disabled";
  static final String PROTOCOL = OTLP + "protocol";
  public static final String QUEUE_SIZE = "otel.bsp.max.queue.size";
  static final String BATCH_SIZE = "otel.bsp.max.export.batch.size";
  static final String SCHEDULE_DELAY = "otel.bsp.schedule.delay";
  public static final String EXPORT_TIMEOUT = "otel.bsp.export.timeout";

  public static final String SAMPLING_RULES = "spanloom.sampling.rules";

  /** How long the end may take. */
  public static final String SHUTDOWN_TIMEOUT = "spanloom.shutdown.timeout";

  /** Whether the end of the JVM stops telemetry. */
  public static final String SHUTDOWN_HOOK = "spanloom.shutdown.hook";

  /**
   * What holds where the environment and the system properties say nothing. A program that has only
   * spans is not to hear of a collector that takes no metrics; a batch is sent again for longer
   * than a collector takes to start. Batches are large, because it is the thread whose span fills
   * one that wakes the sender up, and pays for it.
   */
  public static final Map<String, String> DEFAULTS =
      Map.of(
          "otel.metrics.exporter",
          "none",
          "otel.logs.exporter",
          "none",
          PROTOCOL,
          Endpoint.HTTP,
          SCHEDULE_DELAY,
          "1000",
          BATCH_SIZE,
          "2048",
          QUEUE_SIZE,
          "8192",
          EXPORT_TIMEOUT,
          "120000",
          SHUTDOWN_TIMEOUT,
          "5000");

  private SettingNames() {}

  public static boolean isOn(String property) {
    return "true".equalsIgnoreCase(TelemetrySettings.text(property));
  }
}
