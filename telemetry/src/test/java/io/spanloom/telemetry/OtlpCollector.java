package io.spanloom.telemetry;

import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.Protocol;
import okio.Buffer;

/** A loopback collector that receives spans over OTLP or simulates failures. */
public final class OtlpCollector implements AutoCloseable {

  /** A response to a request. */
  public enum Response {
    OK,
    /** Accepts a batch except for three spans. */
    PARTIAL,
    TOO_MANY_REQUESTS,
    UNAVAILABLE,
    UNAUTHORIZED,
    RESETS,
    HANGS
  }

  private static final Buffer EMPTY_GRPC_MESSAGE = new Buffer().write(new byte[5]);

  private final MockWebServer server = new MockWebServer();
  private final String protocol;
  private final Deque<Response> responses = new ArrayDeque<>();
  private final List<String> spanNames = new ArrayList<>();
  private final Set<String> resource = new HashSet<>();
  private final Set<String> attributes = new HashSet<>();
  private final List<String> paths = new ArrayList<>();
  private final List<Headers> requests = new ArrayList<>();
  private final ResettableConnections connections = new ResettableConnections();
  private final CountDownLatch closed = new CountDownLatch(1);
  private Response defaultResponse = Response.OK;

  private OtlpCollector(String protocol) {
    this.protocol = protocol;
  }

  /** Starts a collector for {@code grpc} or {@code http/protobuf}. */
  public static OtlpCollector start(String protocol) throws IOException {
    OtlpCollector collector = new OtlpCollector(protocol);
    collector.server.setProtocols(
        List.of(collector.isGrpc() ? Protocol.H2_PRIOR_KNOWLEDGE : Protocol.HTTP_1_1));
    collector.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            return collector.respond(request);
          }
        });
    collector.server.setServerSocketFactory(collector.connections);
    collector.server.start(InetAddress.getLoopbackAddress(), 0);
    return collector;
  }

  /** Sets the responses to the next requests, one each. */
  public synchronized OtlpCollector respondFirst(Response... next) {
    responses.addAll(List.of(next));
    return this;
  }

  /** Sets the response to all requests after those of {@link #respondFirst}. */
  public synchronized OtlpCollector respondAlways(Response response) {
    defaultResponse = response;
    return this;
  }

  String protocol() {
    return protocol;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  /** Returns the names of the received spans, in their order. */
  public synchronized List<String> spanNames() {
    return List.copyOf(spanNames);
  }

  /** Waits for a number of spans and returns their names. */
  public synchronized List<String> awaitSpanNames(int count) throws InterruptedException {
    while (spanNames.size() < count) {
      wait();
    }
    return spanNames();
  }

  /** Returns the attribute keys of the received resources. */
  synchronized Set<String> resource() {
    return Set.copyOf(resource);
  }

  /** Returns the attribute keys of the received spans. */
  synchronized Set<String> attributes() {
    return Set.copyOf(attributes);
  }

  /** Returns the paths of all requests. */
  synchronized List<String> paths() {
    return List.copyOf(paths);
  }

  /** Returns the headers of all requests. */
  public synchronized List<Headers> requests() {
    return List.copyOf(requests);
  }

  private boolean isGrpc() {
    return protocol.equals("grpc");
  }

  private MockResponse respond(RecordedRequest request) throws InterruptedException {
    Response next = nextResponse(request);
    MockResponse.Builder response = new MockResponse.Builder();
    switch (next) {
      case OK -> status(response, 200, 0);
      case PARTIAL -> partial(response);
      case TOO_MANY_REQUESTS -> status(response, 429, 8).setHeader("Retry-After", "1");
      case UNAVAILABLE -> status(response, 503, 14);
      case UNAUTHORIZED -> status(response, 401, 16);
      case RESETS -> connections.reset();
      case HANGS -> closed.await();
    }
    return response.build();
  }

  private synchronized Response nextResponse(RecordedRequest request) {
    requests.add(request.getHeaders());
    paths.add(request.getTarget());
    Response next = responses.isEmpty() ? defaultResponse : responses.remove();
    if ((next == Response.OK || next == Response.PARTIAL)
        && request.getTarget().contains("trace")) {
      read(request);
    }
    return next;
  }

  private MockResponse.Builder status(MockResponse.Builder response, int http, int grpc) {
    if (!isGrpc()) {
      return response.code(http);
    }
    response.setHeader("Content-Type", "application/grpc");
    return grpc == 0
        ? response.body(EMPTY_GRPC_MESSAGE.clone()).trailers(Headers.of("grpc-status", "0"))
        : response.setHeader("grpc-status", grpc);
  }

  private void partial(MockResponse.Builder response) {
    byte[] message =
        ExportTraceServiceResponse.newBuilder()
            .setPartialSuccess(
                ExportTracePartialSuccess.newBuilder()
                    .setRejectedSpans(3)
                    .setErrorMessage("too many attributes"))
            .build()
            .toByteArray();
    Buffer body = new Buffer();
    if (isGrpc()) {
      body.writeByte(0).writeInt(message.length);
    }
    status(response, 200, 0).body(body.write(message));
  }

  private void read(RecordedRequest request) {
    try {
      Buffer body = new Buffer().write(request.getBody());
      boolean compressed = "gzip".equals(request.getHeaders().get("Content-Encoding"));
      if (isGrpc()) {
        compressed = body.readByte() != 0;
        body.skip(4);
      }
      InputStream message = body.inputStream();
      ExportTraceServiceRequest.parseFrom(compressed ? new GZIPInputStream(message) : message)
          .getResourceSpansList()
          .forEach(this::addSpans);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void addSpans(ResourceSpans spans) {
    spans.getResource().getAttributesList().forEach(entry -> resource.add(entry.getKey()));
    spans.getScopeSpansList().stream()
        .flatMap(scope -> scope.getSpansList().stream())
        .forEach(
            span -> {
              spanNames.add(span.getName());
              span.getAttributesList().forEach(entry -> attributes.add(entry.getKey()));
            });
    notifyAll();
  }

  @Override
  public void close() {
    closed.countDown();
    server.close();
  }
}
