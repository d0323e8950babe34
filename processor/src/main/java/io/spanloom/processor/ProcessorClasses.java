package io.spanloom.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.annotation.processing.Processor;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the processor and the weaver. javac loads a processor in a new class loader for
 * each compilation, so that in a build of many modules loading, verifying and interpreting these
 * classes would take longer than using them. They are therefore loaded in another class loader,
 * which a dormant thread keeps reachable between compilations.
 */
final class ProcessorClasses {

  private static final String THREAD_NAME = "spanloom-classes ";

  private ProcessorClasses() {}

  /**
   * Creates a processor from classes that stay loaded, or from those of its own class loader if the
   * compiler does not load processors from jar files.
   */
  static Processor newInstance(Class<? extends Processor> type) {
    ClassLoader own = type.getClassLoader();
    try {
      ClassLoader loader = own instanceof URLClassLoader jars ? kept(jars) : null;
      return create(type, Processor.class, loader == null ? own : loader);
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException("The processor path is incomplete.", broken);
    }
  }

  private static @Nullable ClassLoader kept(URLClassLoader processorPath)
      throws ReflectiveOperationException {
    URL[] jars = processorPath.getURLs();
    String content = contentOf(jars).orElse(null);
    if (content == null) {
      return null;
    }
    ThreadGroup threads = rootThreads();
    String name = THREAD_NAME + UUID.nameUUIDFromBytes(content.getBytes(UTF_8));
    for (Thread thread : all(threads)) {
      ClassLoader loader = thread.getContextClassLoader();
      if (thread.getName().equals(name)
          && loader != null
          && loader.getParent() == processorPath.getParent()) {
        thread.interrupt(); // restarts its idle time
        return loader;
      }
    }
    ClassLoader loader = new URLClassLoader(jars, processorPath.getParent());
    // The thread's code must not keep the compiler's class loader reachable.
    Runnable wait = create(IdleTimeout.class, Runnable.class, loader);
    Thread thread = new Thread(threads, wait, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
    thread.start();
    return loader;
  }

  private static <T> T create(Class<? extends T> type, Class<T> interfaceType, ClassLoader loader)
      throws ReflectiveOperationException {
    return Class.forName(type.getName(), true, loader)
        .asSubclass(interfaceType)
        .getDeclaredConstructor()
        .newInstance();
  }

  /**
   * Describes the files, or returns empty if they are not all jar files, whose content is stable.
   */
  private static Optional<String> contentOf(URL[] jars) {
    StringBuilder result = new StringBuilder();
    try {
      for (URL jar : jars) {
        Path file = Path.of(jar.toURI());
        if (!Files.isRegularFile(file)) {
          return Optional.empty();
        }
        result.append(file).append(' ').append(Files.getLastModifiedTime(file).toMillis());
        result.append(' ').append(Files.size(file)).append(' ');
      }
      return Optional.of(result.toString());
    } catch (IOException
        | URISyntaxException
        | IllegalArgumentException
        | FileSystemNotFoundException notFiles) {
      return Optional.empty();
    }
  }

  private static ThreadGroup rootThreads() {
    ThreadGroup result = Thread.currentThread().getThreadGroup();
    while (result.getParent() != null) {
      result = result.getParent();
    }
    return result;
  }

  private static Thread[] all(ThreadGroup group) {
    Thread[] found = new Thread[group.activeCount() * 2 + 1];
    int count = group.enumerate(found, false);
    return Arrays.copyOf(found, count);
  }
}
