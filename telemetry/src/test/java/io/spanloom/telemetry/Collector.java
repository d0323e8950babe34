package io.spanloom.telemetry;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
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

/** A collector on loopback that takes spans over OTLP, or does whatever a collector may do. */
public final class Collector implements AutoCloseable {

  /** What may become of a request. */
  public enum Answer {
    TAKES,
    TOO_MANY_REQUESTS,
    UNAVAILABLE,
    UNAUTHORIZED,
    RESETS,
    HANGS
  }

  private static final Buffer EMPTY_GRPC_MESSAGE = new Buffer().write(new byte[5]);

  private final MockWebServer server = new MockWebServer();
  private final String protocol;
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> taken = new ArrayList<>();
  private final Set<String> resource = new HashSet<>();
  private final Set<String> attributes = new HashSet<>();
  private final List<String> paths = new ArrayList<>();
  private final List<Headers> requests = new ArrayList<>();
  private final Connections connections = new Connections();
  private final CountDownLatch closed = new CountDownLatch(1);
  private Answer rest = Answer.TAKES;

  private Collector(String protocol) {
    this.protocol = protocol;
  }

  /** Starts a collector that speaks {@code grpc} or {@code http/protobuf}. */
  public static Collector speaking(String protocol) throws IOException {
    Collector collector = new Collector(protocol);
    collector.server.setProtocols(
        List.of(collector.isGrpc() ? Protocol.H2_PRIOR_KNOWLEDGE : Protocol.HTTP_1_1));
    collector.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            return collector.answer(request);
          }
        });
    collector.server.setServerSocketFactory(collector.connections);
    collector.server.start(InetAddress.getLoopbackAddress(), 0);
    return collector;
  }

  /** Has the next requests answered so, one each. */
  public synchronized Collector first(Answer... next) {
    answers.addAll(List.of(next));
    return this;
  }

  /** Has every request answered so that {@link #first} does not speak of. */
  public synchronized Collector always(Answer answer) {
    rest = answer;
    return this;
  }

  String protocol() {
    return protocol;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  /** Returns the names of the spans that were taken, in the order in which they came. */
  public synchronized List<String> taken() {
    return List.copyOf(taken);
  }

  /** Waits for as many spans, and returns their names. */
  synchronized List<String> awaitTaken(int count) throws InterruptedException {
    while (taken.size() < count) {
      wait();
    }
    return taken();
  }

  /** Returns the keys of the resources that spans came with. */
  synchronized Set<String> resource() {
    return Set.copyOf(resource);
  }

  /** Returns the keys of the attributes that spans came with. */
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

  private MockResponse answer(RecordedRequest request) throws InterruptedException {
    Answer next = next(request);
    MockResponse.Builder response = new MockResponse.Builder();
    switch (next) {
      case TAKES -> status(response, 200, 0);
      case TOO_MANY_REQUESTS -> status(response, 429, 8).setHeader("Retry-After", "1");
      case UNAVAILABLE -> status(response, 503, 14);
      case UNAUTHORIZED -> status(response, 401, 16);
      case RESETS -> connections.reset();
      case HANGS -> closed.await();
    }
    return response.build();
  }

  private synchronized Answer next(RecordedRequest request) {
    requests.add(request.getHeaders());
    paths.add(request.getTarget());
    Answer next = answers.isEmpty() ? rest : answers.remove();
    if (next == Answer.TAKES) {
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

  private void read(RecordedRequest request) {
    try {
      Buffer body = new Buffer().write(request.getBody());
      boolean zipped = "gzip".equals(request.getHeaders().get("Content-Encoding"));
      if (isGrpc()) {
        zipped = body.readByte() != 0;
        body.skip(4);
      }
      InputStream message = body.inputStream();
      ExportTraceServiceRequest.parseFrom(zipped ? new GZIPInputStream(message) : message)
          .getResourceSpansList()
          .forEach(this::take);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void take(ResourceSpans spans) {
    spans.getResource().getAttributesList().forEach(entry -> resource.add(entry.getKey()));
    spans.getScopeSpansList().stream()
        .flatMap(scope -> scope.getSpansList().stream())
        .forEach(
            span -> {
              taken.add(span.getName());
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
