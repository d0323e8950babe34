package io.spanloom.telemetry.http;

/** The instrumentation scope of HTTP spans. */
final class HttpScope {

  static final String NAME = "io.spanloom.http";

  private HttpScope() {}
}
