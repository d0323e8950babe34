package io.spanloom.weaver.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spanloom.weaver.WeaveException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Locks a class folder against concurrent runs of the weaver, in this process and in others.
 *
 * <p>The lock file is in the folder for temporary files, because the class folder must contain only
 * class files. Each user has a separate lock file, because many systems do not allow writing to
 * another user's temporary files.
 */
public final class FolderLock {

  private FolderLock() {}

  /**
   * An action that requires the lock.
   *
   * @param <T> the type of the result
   */
  @FunctionalInterface
  public interface Action<T> {
    /** Runs the action. */
    T run() throws WeaveException, IOException;
  }

  /** Runs an action while holding the lock, and returns its result. */
  public static <T> T hold(Path folder, Action<T> action) throws WeaveException, IOException {
    String name = lockName(folder.toRealPath());
    // A build tool may load the weaver several times; an interned string is shared by all copies.
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
