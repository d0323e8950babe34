package io.spanloom.weaver.javac;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** The threads that keep the processor's classes loaded between compilations. */
final class KeptClasses {

  private KeptClasses() {}

  /** Returns the threads that keep classes from a jar, or from the jars in a folder. */
  static List<Thread> below(Path path) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("spanloom-classes "))
        .filter(
            thread ->
                thread.getContextClassLoader() instanceof URLClassLoader loader
                    && loader.getURLs()[0].getPath().startsWith(path.toString()))
        .toList();
  }
}
