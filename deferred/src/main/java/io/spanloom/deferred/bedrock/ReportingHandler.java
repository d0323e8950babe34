package io.spanloom.deferred.bedrock;

import io.spanloom.deferred.DeferredSpan;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/** A handler that reports each chunk. */
record ReportingHandler(
    ConverseStreamResponseHandler next, DeferredSpan<? super ConverseStreamOutput> span)
    implements ConverseStreamResponseHandler {

  @Override
  public void responseReceived(ConverseStreamResponse response) {
    next.responseReceived(response);
  }

  @Override
  public void onEventStream(SdkPublisher<ConverseStreamOutput> events) {
    next.onEventStream(span.readsValues() ? events.map(this::report) : events);
  }

  private ConverseStreamOutput report(ConverseStreamOutput event) {
    span.next(event);
    return event;
  }

  @Override
  public void exceptionOccurred(Throwable error) {
    next.exceptionOccurred(error);
  }

  @Override
  public void complete() {
    next.complete();
  }
}
