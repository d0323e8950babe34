package io.spanloom.telemetry.delivery;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcSender;
import io.opentelemetry.sdk.common.export.GrpcSenderProvider;
import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.spanloom.telemetry.settings.TelemetrySettings;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Loads senders whose successful responses are searched for rejected spans. OpenTelemetry's
 * exporters ignore the content of a successful response.
 */
final class RejectionObserver implements ComponentLoader {

  private static final int HTTP_OK = 200;

  private final ComponentLoader loader;
  private final LongConsumer rejectedSpans;

  /**
   * Creates a loader.
   *
   * @param loader loads the senders
   * @param rejectedSpans receives the number of rejected spans of a batch, on any thread
   */
  RejectionObserver(ComponentLoader loader, LongConsumer rejectedSpans) {
    this.loader = loader;
    this.rejectedSpans = rejectedSpans;
  }

  @Override
  public <T> Iterable<T> load(Class<T> type) {
    List<T> found = ComponentLoader.loadList(loader, type);
    T selected = selected(type, found);
    if (selected instanceof HttpSenderProvider provider) {
      HttpSenderProvider observed = config -> observe(provider.createSender(config));
      return List.of(type.cast(observed));
    }
    if (selected instanceof GrpcSenderProvider provider) {
      GrpcSenderProvider observed = config -> observe(provider.createSender(config));
      return List.of(type.cast(observed));
    }
    return found;
  }

  /** Returns the provider that the SDK would select, or null to let the SDK decide. */
  private static <T> @Nullable T selected(Class<T> type, List<T> found) {
    if (found.size() == 1) {
      return found.get(0);
    }
    String preferred = TelemetrySettings.text(type.getName());
    return found.stream()
        .filter(provider -> provider.getClass().getName().equals(preferred))
        .findFirst()
        .orElse(null);
  }

  private HttpSender observe(HttpSender sender) {
    return new HttpSender() {
      @Override
      public void send(
          MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
        sender.send(
            message,
            response -> {
              if (response.getStatusCode() == HTTP_OK) {
                report(response.getResponseBody());
              }
              onResponse.accept(response);
            },
            onError);
      }

      @Override
      public CompletableResultCode shutdown() {
        return sender.shutdown();
      }
    };
  }

  private GrpcSender observe(GrpcSender sender) {
    return new GrpcSender() {
      @Override
      public void send(
          MessageWriter message, Consumer<GrpcResponse> onResponse, Consumer<Throwable> onError) {
        sender.send(
            message,
            response -> {
              if (response.getStatusCode() == GrpcStatusCode.OK) {
                report(response.getResponseMessage());
              }
              onResponse.accept(response);
            },
            onError);
      }

      @Override
      public CompletableResultCode shutdown() {
        return sender.shutdown();
      }
    };
  }

  private void report(byte[] response) {
    long rejected = PartialSuccess.rejectedSpans(response);
    if (rejected > 0) {
      rejectedSpans.accept(rejected);
    }
  }
}
