package io.spanloom.telemetry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A bound loopback port on which nothing listens. */
public record UnreachableCollector(Socket bound) implements AutoCloseable {

  public static UnreachableCollector open() throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return new UnreachableCollector(socket);
  }

  public String url() {
    return "http://127.0.0.1:" + bound.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    bound.close();
  }
}
