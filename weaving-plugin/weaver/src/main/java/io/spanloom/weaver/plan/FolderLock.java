package io.spanloom.weaver.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spanloom.weaver.WeaveException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Keeps a second run off a class folder, in this process and in another, until the first has ended.
 *
 * <p>The lock file lies in the folder for temporary files, since nothing but class files belongs
 * into the class folder. It is one user's own, since many systems let nobody open a file for
 * writing there that is another's.
 */
public final class FolderLock {

  private FolderLock() {}

  /** What is done while the folder is held. */
  @FunctionalInterface
  public interface Action<T> {
    T run() throws WeaveException, IOException;
  }

  public static <T> T hold(Path folder, Action<T> action) throws WeaveException, IOException {
    String name = lockName(folder.toRealPath());
    // A build tool may load the weaver more than once; an interned text is one for all of them.
    synchronized (name.intern()) {
      try (FileChannel channel =
          FileChannel.open(
              Path.of(System.getProperty("java.io.tmpdir"), name),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)) {
        channel.lock(); // released when the channel is closed
        return action.run();
      }
    }
  }

  private static String lockName(Path real) {
    String key = real + "\n" + System.getProperty("user.name");
    return "spanloom-" + UUID.nameUUIDFromBytes(key.getBytes(UTF_8)) + ".lock";
  }
}
