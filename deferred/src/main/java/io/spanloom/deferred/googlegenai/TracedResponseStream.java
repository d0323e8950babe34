package io.spanloom.deferred.googlegenai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.genai.ApiResponse;
import com.google.genai.JsonSerializable;
import com.google.genai.ResponseStream;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.deferred.jdk.LazyResults;
import java.util.Iterator;
import okhttp3.Headers;
import okhttp3.ResponseBody;

/**
 * A stream whose last chunk ends a span. The superclass, which is no interface, reads an empty
 * response.
 */
final class TracedResponseStream<T extends JsonSerializable> extends ResponseStream<T> {

  private final ResponseStream<T> source;
  private final DeferredSpan<? super T> span;
  private final Iterator<T> iterator;

  TracedResponseStream(ResponseStream<T> source, DeferredSpans<? super T> spans) {
    super(typeOfNoChunk(), new EmptyResponse(), new NoConversion(), NoConversion.METHOD);
    this.source = source;
    this.span = spans.start(null);
    this.iterator = LazyResults.iterator(source.iterator(), spans);
  }

  @SuppressWarnings("unchecked") // no chunk is converted
  private static <T extends JsonSerializable> Class<T> typeOfNoChunk() {
    return (Class<T>) JsonSerializable.class;
  }

  @Override
  public Iterator<T> iterator() {
    return iterator;
  }

  @Override
  public void close() {
    try {
      source.close();
    } finally {
      span.complete(null);
    }
  }

  /** A response without chunks. */
  private static final class EmptyResponse extends ApiResponse {

    @Override
    public ResponseBody getBody() {
      return ResponseBody.create("", null);
    }

    @Override
    public Headers getHeaders() {
      return Headers.of();
    }

    @Override
    public void close() {}
  }

  /** The converter of chunks, which the superclass looks up by its name and types. */
  static final class NoConversion {

    static final String METHOD = "convert";

    private NoConversion() {}

    /** Returns a chunk as it is. */
    JsonNode convert(JsonNode chunk, ObjectNode parent) {
      return chunk;
    }
  }
}
