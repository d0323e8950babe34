package io.spanloom.telemetry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server on loopback that has the same answer for everything, whatever was asked. */
public record ForeignServer(ServerSocket server) implements AutoCloseable {

  /** What a server of HTTP/1.1 says to a client of HTTP/2. */
  public static final String BAD_REQUEST =
      "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n400 Bad Request";

  /** What a server of HTTP/2 begins with: a SETTINGS frame. */
  public static final String HTTP_2_SETTINGS = "\0\0\6\4\0\0\0\0\0\0\5\0\0\u0040\0";

  public static ForeignServer answering(String answer) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(() -> serve(server, answer.getBytes(ISO_8859_1)), "foreign-server");
    thread.setDaemon(true);
    thread.start();
    return new ForeignServer(server);
  }

  private static void serve(ServerSocket server, byte[] answer) {
    while (true) {
      try (Socket socket = server.accept()) {
        socket.getOutputStream().write(answer);
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
