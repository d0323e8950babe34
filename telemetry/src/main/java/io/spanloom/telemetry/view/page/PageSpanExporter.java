package io.spanloom.telemetry.view.page;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Shows the latest traces on one HTML page, which lies in a file or is served to this machine. Safe
 * for many threads.
 */
final class PageSpanExporter implements SpanExporter {

  private static final Logger LOGGER = Logger.getLogger("io.spanloom.telemetry.view");

  private final RecentTraces recent = new RecentTraces(UUID.randomUUID().toString());
  private final PageHtml html = new PageHtml();
  private final AtomicBoolean outdated = new AtomicBoolean();
  private final Duration between;
  private final @Nullable PageServer server;
  private final @Nullable PageFile file;

  /**
   * Makes the exporter.
   *
   * @param settings where the page goes
   * @param between how long the file is left alone after a change
   */
  PageSpanExporter(PageSettings settings, Duration between) {
    this.between = between;
    this.server = settings.port() == null ? null : serve(settings.port(), settings.withoutPort());
    PageSettings possible = server == null ? settings.withoutPort() : settings;
    this.file = possible.file() == null ? null : new PageFile(possible.file());
    write(); // at the end, when no log may be left, it would be too late to say that it cannot be
  }

  private @Nullable PageServer serve(int port, PageSettings instead) {
    try {
      PageServer started = PageServer.start(port, recent, html);
      LOGGER.info(() -> "Traces are shown at " + started.address());
      return started;
    } catch (IOException | NoClassDefFoundError failure) { // a Java without jdk.httpserver
      LOGGER.warning(
          () ->
              "Traces cannot be shown on port %d (%s); they are written to %s instead."
                  .formatted(port, failure, instead.file()));
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
      CompletableFuture.delayedExecutor(between.toMillis(), TimeUnit.MILLISECONDS)
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

  /** One at a time, so that no page with less replaces one with more. */
  private synchronized void write() {
    if (file != null) {
      file.write(html.with(recent.all()));
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
