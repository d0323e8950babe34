package io.spanloom.telemetry.view.page;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.spanloom.telemetry.settings.UserLog;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Shows the latest traces on an HTML page, which is written to a file, served to this machine or
 * both. Enabled by {@code OTEL_TRACES_EXPORTER=page}. Thread-safe.
 */
final class PageSpanExporter implements SpanExporter {

  private final RecentTraces recent = new RecentTraces(UUID.randomUUID().toString());
  private final PageHtml html = new PageHtml();
  private final AtomicBoolean outdated = new AtomicBoolean();
  private final Duration writeDelay;
  private final @Nullable PageServer server;
  private final @Nullable PageFile file;

  /**
   * Creates an exporter and writes an empty page.
   *
   * @param settings the destinations of the page
   * @param writeDelay the time between a change and the write of the file
   */
  PageSpanExporter(PageSettings settings, Duration writeDelay) {
    this.writeDelay = writeDelay;
    this.server = settings.port() == null ? null : serve(settings.port(), settings.withoutPort());
    PageSettings available = server == null ? settings.withoutPort() : settings;
    this.file = available.file() == null ? null : new PageFile(available.file());
    write(); // reports an unwritable file now; at shutdown, logging may have ended
  }

  private @Nullable PageServer serve(int port, PageSettings fallback) {
    try {
      PageServer started = PageServer.start(port, recent, html);
      UserLog.info("Serving traces at " + started.address());
      return started;
    } catch (IOException
        | NoClassDefFoundError failure) { // the module jdk.httpserver may be missing
      UserLog.warn(
          "Cannot serve traces on port %d (%s); writing them to %s instead."
              .formatted(port, failure, fallback.file()));
      return null;
    }
  }

  @Nullable PageServer server() {
    return server;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    recent.add(spans);
    if (outdated.compareAndSet(false, true)) {
      CompletableFuture.delayedExecutor(writeDelay.toMillis(), TimeUnit.MILLISECONDS)
          .execute(this::flush);
    }
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode flush() {
    if (outdated.compareAndSet(true, false)) {
      write();
    }
    return CompletableResultCode.ofSuccess();
  }

  /** Writes the file; synchronized, so that an older page never replaces a newer one. */
  private synchronized void write() {
    if (file != null) {
      file.write(html.withData(recent.all()));
    }
  }

  @Override
  public CompletableResultCode shutdown() {
    outdated.set(false);
    write();
    if (server != null) {
      server.stop();
    }
    return CompletableResultCode.ofSuccess();
  }
}
