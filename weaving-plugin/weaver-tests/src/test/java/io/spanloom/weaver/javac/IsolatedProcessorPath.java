package io.spanloom.weaver.javac;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.StandardJavaFileManager;

/** Hides the classes of the tests from the processor, as the JVM of a build tool does. */
final class IsolatedProcessorPath extends ForwardingJavaFileManager<StandardJavaFileManager> {

  private final List<Path> jars;

  IsolatedProcessorPath(StandardJavaFileManager standard, List<Path> jars) {
    super(standard);
    this.jars = jars;
  }

  @Override
  public ClassLoader getClassLoader(Location location) {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      try {
        urls.add(jar.toUri().toURL());
      } catch (MalformedURLException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
