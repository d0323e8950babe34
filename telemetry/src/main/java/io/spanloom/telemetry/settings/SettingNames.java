package io.spanloom.telemetry.settings;

import java.util.Map;

/**
 * The system properties of the settings that Spanloom reads at startup, and their defaults. Not
 * part of the API.
 */
public final class SettingNames {

  /** A setting of Spanloom; OpenTelemetry does not read it. */
  public static final String DEBUG = "otel.debug";

  public static final String DISABLED = "otel.sdk.disabled";
  public static final String CONFIG_FILE = "otel.config.file";
  public static final String SERVICE_NAME = "otel.service.name";
  public static final String RESOURCE_ATTRIBUTES = "otel.resource.attributes";
  public static final String TRACES_EXPORTER = "otel.traces.exporter";
  public static final String METRICS_EXPORTER = "otel.metrics.exporter";
  public static final String SAMPLER = "otel.traces.sampler";
  static final String SAMPLER_ARG = SAMPLER + ".arg";
  static final String OTLP = "otel.exporter.otlp.";
  static final String OTLP_TRACES = OTLP + "traces.";
  public static final String RETRY_DISABLED = "otel.java.exporter.otlp.retry.disabled";
  static final String PROTOCOL = OTLP + "protocol";
  public static final String QUEUE_SIZE = "otel.bsp.max.queue.size";
  static final String BATCH_SIZE = "otel.bsp.max.export.batch.size";
  static final String SCHEDULE_DELAY = "otel.bsp.schedule.delay";

  /** The time limit for exporting a batch, retries included. */
  public static final String EXPORT_TIMEOUT = "otel.bsp.export.timeout";

  public static final String SAMPLING_RULES = "spanloom.sampling.rules";

  /** The switch for the metric of call durations. */
  public static final String METRICS = "spanloom.metrics";

  /** The time limit of the shutdown. */
  public static final String SHUTDOWN_TIMEOUT = "spanloom.shutdown.timeout";

  /** The switch for the shutdown hook that stops telemetry. */
  public static final String SHUTDOWN_HOOK = "spanloom.shutdown.hook";

  /**
   * The defaults that differ from OpenTelemetry's. Metrics and logs are not exported, so that a
   * collector without pipelines for them causes no errors. The export timeout exceeds a collector's
   * restart. Batches are large, because the thread whose span fills a batch pays for waking the
   * export thread.
   */
  public static final Map<String, String> DEFAULTS =
      Map.of(
          METRICS_EXPORTER,
          "none",
          "otel.logs.exporter",
          "none",
          PROTOCOL,
          OtlpEndpoint.HTTP,
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
}
