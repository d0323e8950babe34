package io.spanloom.telemetry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A loopback server that sends the same bytes over every connection. */
public record FixedResponseServer(ServerSocket server) implements AutoCloseable {

  /** The response of an HTTP/1.1 server to an HTTP/2 client. */
  public static final String BAD_REQUEST =
      "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n400 Bad Request";

  /** The SETTINGS frame with which an HTTP/2 server begins. */
  public static final String HTTP_2_SETTINGS = "\0\0\6\4\0\0\0\0\0\0\5\0\0\u0040\0";

  public static FixedResponseServer start(String response) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(() -> serve(server, response.getBytes(ISO_8859_1)), "fixed-response-server");
    thread.setDaemon(true);
    thread.start();
    return new FixedResponseServer(server);
  }

  private static void serve(ServerSocket server, byte[] response) {
    while (true) {
      try (Socket socket = server.accept()) {
        socket.getOutputStream().write(response);
        socket.shutdownOutput();
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (IOException closed) {
        if (server.isClosed()) {
          return;
        }
      }
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
