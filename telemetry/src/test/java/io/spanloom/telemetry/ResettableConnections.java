package io.spanloom.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** Creates server sockets whose connections can be reset at any time. */
final class ResettableConnections extends ServerSocketFactory {

  private final List<Socket> accepted = new CopyOnWriteArrayList<>();

  /** Resets all accepted connections, as a crash of the server does. */
  void reset() {
    for (Socket socket : accepted) {
      try {
        socket.setSoLinger(true, 0);
        socket.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    accepted.clear();
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new ServerSocket() {
      @Override
      public Socket accept() throws IOException {
        Socket socket = super.accept();
        accepted.add(socket);
        return socket;
      }
    };
  }

  @Override
  public ServerSocket createServerSocket(int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
    throw new UnsupportedOperationException();
  }
}
