package io.spanloom.weaver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps a second run off a class folder, in this process and in another, until the first has ended.
 *
 * <p>The lock file lies in the folder for temporary files, since nothing but class files belongs
 * into the class folder.
 */
final class FolderLock {

  private static final ConcurrentMap<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

  private FolderLock() {}

  /** What is done while the folder is held. */
  @FunctionalInterface
  interface Action<T> {
    T run() throws WeaveException, IOException;
  }

  static <T> T hold(Path folder, Action<T> action) throws WeaveException, IOException {
    Path real = folder.toRealPath();
    ReentrantLock inProcess = IN_PROCESS.computeIfAbsent(real, path -> new ReentrantLock());
    inProcess.lock();
    try (FileChannel channel =
        FileChannel.open(lockFile(real), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock(); // released when the channel is closed
      return action.run();
    } finally {
      inProcess.unlock();
    }
  }

  private static Path lockFile(Path real) {
    UUID name = UUID.nameUUIDFromBytes(real.toString().getBytes(UTF_8));
    return Path.of(System.getProperty("java.io.tmpdir"), "spanloom-" + name + ".lock");
  }
}
