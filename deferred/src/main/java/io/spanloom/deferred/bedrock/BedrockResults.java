package io.spanloom.deferred.bedrock;

import io.spanloom.deferred.DeferredSpans;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/** Reads the streams of Bedrock's client. */
public final class BedrockResults {

  private BedrockResults() {}

  /**
   * Returns a handler that reports the chunks to the span of the call. It does not end the span:
   * the client calls it again for each retry, and returns a future that completes afterwards.
   *
   * @param handler an argument of a traced method
   * @param spans supplies the span
   * @return the handler that the method receives
   */
  public static ConverseStreamResponseHandler handler(
      ConverseStreamResponseHandler handler, DeferredSpans<? super ConverseStreamOutput> spans) {
    return new ReportingHandler(handler, spans.start(null));
  }
}
