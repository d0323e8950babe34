package io.spanloom.spring.boot;

import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.runtime.Installation;
import io.spanloom.runtime.Spans;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/**
 * Installs the OpenTelemetry of an application context and uninstalls it when the context closes.
 * Thread-safe.
 */
final class SpansInstaller implements DisposableBean {

  private final OpenTelemetry openTelemetry;
  private @Nullable Installation installation;

  SpansInstaller(OpenTelemetry openTelemetry) {
    this.openTelemetry = openTelemetry;
    install();
  }

  /** Makes this context's OpenTelemetry the current one, ahead of those of other contexts. */
  synchronized void install() {
    Installation earlier = installation;
    // The sampler is a bean of any kind, so nothing is known about it.
    installation = Spans.install(openTelemetry, false);
    if (earlier != null) {
      earlier.close();
    }
  }

  @Override
  public synchronized void destroy() {
    if (installation != null) {
      installation.close();
      installation = null;
    }
  }
}
