package assistant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** A collector that receives the spans of several processes over OTLP. */
final class TraceCollector implements AutoCloseable {

  private static final long SECONDS = 20;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<ReceivedSpan> spans = new ArrayList<>();
  private final HttpServer server;

  private TraceCollector(HttpServer server) {
    this.server = server;
  }

  /**
   * A span.
   *
   * @param service the name of the service that created the span
   */
  record ReceivedSpan(
      String service,
      String trace,
      String id,
      String parent,
      String name,
      long start,
      Map<String, String> attributes) {}

  static TraceCollector start() throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    TraceCollector collector = new TraceCollector(HttpServer.create(address, 0));
    collector.server.createContext("/", collector::receive);
    collector.server.setExecutor(collector.threads);
    collector.server.start();
    return collector;
  }

  /** Returns the value of {@code OTEL_EXPORTER_OTLP_ENDPOINT}. */
  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      InputStream body = exchange.getRequestBody();
      boolean compressed = exchange.getRequestHeaders().containsKey("Content-Encoding");
      ExportTraceServiceRequest.parseFrom(compressed ? new GZIPInputStream(body) : body)
          .getResourceSpansList()
          .forEach(this::add);
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private synchronized void add(ResourceSpans resource) {
    String service = attributes(resource.getResource().getAttributesList()).get("service.name");
    resource.getScopeSpansList().stream()
        .flatMap(scope -> scope.getSpansList().stream())
        .forEach(span -> spans.add(received(service, span)));
    notifyAll();
  }

  private static ReceivedSpan received(String service, Span span) {
    HexFormat hex = HexFormat.of();
    return new ReceivedSpan(
        service,
        hex.formatHex(span.getTraceId().toByteArray()),
        hex.formatHex(span.getSpanId().toByteArray()),
        hex.formatHex(span.getParentSpanId().toByteArray()),
        span.getName(),
        span.getStartTimeUnixNano(),
        attributes(span.getAttributesList()));
  }

  private static Map<String, String> attributes(List<KeyValue> list) {
    Map<String, String> attributes = new HashMap<>();
    list.forEach(entry -> attributes.put(entry.getKey(), entry.getValue().getStringValue()));
    return attributes;
  }

  /** Waits until a trace has spans with certain names, and returns all its spans. */
  synchronized List<ReceivedSpan> await(String trace, String... names) throws InterruptedException {
    Predicate<List<ReceivedSpan>> complete =
        all -> all.stream().map(ReceivedSpan::name).toList().containsAll(List.of(names));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    for (; ; ) {
      List<ReceivedSpan> received =
          spans.stream().filter(span -> span.trace().equals(trace)).toList();
      if (complete.test(received)) {
        return received;
      }
      long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (millis <= 0) {
        throw new AssertionError("The trace is incomplete:\n" + tree(received));
      }
      wait(millis);
    }
  }

  /** Returns the services and names of spans as a tree, siblings in the order of their start. */
  static String tree(List<ReceivedSpan> spans) {
    List<String> ids = spans.stream().map(ReceivedSpan::id).toList();
    StringBuilder text = new StringBuilder();
    spans.stream()
        .filter(span -> !ids.contains(span.parent()))
        .sorted(Comparator.comparingLong(ReceivedSpan::start))
        .forEach(root -> append(root, spans, "", text));
    return text.toString();
  }

  private static void append(
      ReceivedSpan span, List<ReceivedSpan> spans, String indent, StringBuilder text) {
    text.append(indent).append(span.service()).append(": ").append(span.name()).append('\n');
    spans.stream()
        .filter(child -> child.parent().equals(span.id()))
        .sorted(Comparator.comparingLong(ReceivedSpan::start))
        .forEach(child -> append(child, spans, indent + "  ", text));
  }

  /** Returns the only span of a service with a name. */
  static ReceivedSpan only(List<ReceivedSpan> spans, String service, String name) {
    List<ReceivedSpan> matches =
        spans.stream()
            .filter(span -> span.service().equals(service) && span.name().equals(name))
            .toList();
    return Optional.of(matches)
        .filter(all -> all.size() == 1)
        .orElseThrow(() -> new AssertionError(name + " of " + service + ":\n" + tree(spans)))
        .get(0);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
