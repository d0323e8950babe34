package io.spanloom.deferred.anthropic;

import com.anthropic.core.http.StreamResponse;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.deferred.jdk.StreamResults;
import java.util.stream.Stream;

/** A response whose stream of chunks ends a span. */
final class TracedStreamResponse<T> implements StreamResponse<T> {

  private final StreamResponse<T> source;
  private final Stream<T> stream;

  TracedStreamResponse(StreamResponse<T> source, DeferredSpans<? super T> spans) {
    this.source = source;
    this.stream = StreamResults.stream(source.stream(), spans);
  }

  @Override
  public Stream<T> stream() {
    return stream;
  }

  @Override
  public void close() {
    try {
      source.close();
    } finally {
      stream.close();
    }
  }
}
