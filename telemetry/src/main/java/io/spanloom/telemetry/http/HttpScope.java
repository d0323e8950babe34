package io.spanloom.telemetry.http;

/** The instrumentation scope of the spans of HTTP. */
final class HttpScope {

  static final String NAME = "io.spanloom.http";

  private HttpScope() {}
}
