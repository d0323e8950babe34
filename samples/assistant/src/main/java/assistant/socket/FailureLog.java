package assistant.socket;

import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.listener.ExceptionListenerAdapter;
import io.netty.channel.ChannelHandlerContext;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the types of failures, not their messages, which may quote a packet. */
final class FailureLog extends ExceptionListenerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

  @Override
  public void onEventException(Exception failure, List<Object> data, SocketIOClient client) {
    log(failure);
  }

  @Override
  public void onConnectException(Exception failure, SocketIOClient client) {
    log(failure);
  }

  @Override
  public void onDisconnectException(Exception failure, SocketIOClient client) {
    log(failure);
  }

  @Override
  public void onAuthException(Throwable failure, SocketIOClient client) {
    log(failure);
  }

  @Override
  public boolean exceptionCaught(ChannelHandlerContext context, Throwable failure) {
    log(failure);
    var unused = context.close();
    return true;
  }

  private static void log(Throwable failure) {
    LOG.warn("A socket failed: {}", failure.getClass().getName());
  }
}
