package io.spanloom.aiclients;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP server on a free port of the loopback interface. It answers each request with the next of
 * the queued replies, whatever the path is, and repeats the last one. Thread-safe.
 */
public final class FakeAiServer implements AutoCloseable {

  private static final int NO_REPLY = 500;

  private final HttpServer server;
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final AtomicInteger requests = new AtomicInteger();

  private FakeAiServer(HttpServer server) {
    this.server = server;
  }

  /**
   * A reply.
   *
   * @param status the HTTP status
   * @param contentType the content type
   * @param body the body, one byte per character
   * @param missing the number of bytes that are announced but not sent, so that the connection
   *     breaks
   */
  private record Reply(int status, String contentType, String body, int missing) {

    static Reply of(int status, String contentType, byte[] body) {
      return new Reply(status, contentType, new String(body, StandardCharsets.ISO_8859_1), 0);
    }

    byte[] bytes() {
      return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    Reply broken() {
      return new Reply(status, contentType, body, 1);
    }
  }

  /**
   * Starts a server without replies.
   *
   * @return the server
   */
  public static FakeAiServer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      FakeAiServer result = new FakeAiServer(server);
      server.createContext("/", result::handle);
      server.start();
      return result;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Returns the server's address.
   *
   * @return the address, without a slash at the end
   */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * Queues a JSON reply with status 200.
   *
   * @param json the body
   */
  public void reply(String json) {
    reply(200, json);
  }

  /**
   * Queues a JSON reply.
   *
   * @param status the HTTP status
   * @param json the body
   */
  public void reply(int status, String json) {
    add(Reply.of(status, "application/json", json.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Queues a reply in another format.
   *
   * @param contentType the content type
   * @param body the body
   */
  public void reply(String contentType, byte[] body) {
    add(Reply.of(200, contentType, body));
  }

  /**
   * Queues a stream of server-sent events.
   *
   * @param events the events, without the blank line at the end of each
   */
  public void stream(List<String> events) {
    add(events(events));
  }

  /**
   * Queues a stream of server-sent events whose connection breaks after the last one.
   *
   * @param events the events, without the blank line at the end of each
   */
  public void brokenStream(List<String> events) {
    add(events(events).broken());
  }

  private static Reply events(List<String> events) {
    String body = String.join("\n\n", events) + "\n\n";
    return Reply.of(200, "text/event-stream", body.getBytes(StandardCharsets.UTF_8));
  }

  private void add(Reply reply) {
    synchronized (replies) {
      replies.add(reply);
    }
  }

  /**
   * Returns the number of requests so far.
   *
   * @return the number
   */
  public int requests() {
    return requests.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.incrementAndGet();
      exchange.getRequestBody().readAllBytes();
      Reply reply = next();
      byte[] body = reply.bytes();
      exchange.getResponseHeaders().add("Content-Type", reply.contentType());
      exchange.sendResponseHeaders(reply.status(), body.length + reply.missing());
      exchange.getResponseBody().write(body);
      exchange.getResponseBody().flush();
    }
  }

  private Reply next() {
    synchronized (replies) {
      Reply reply = replies.size() > 1 ? replies.poll() : replies.peek();
      return reply == null ? Reply.of(NO_REPLY, "text/plain", new byte[0]) : reply;
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
