package io.spanloom.weaver.propagate;

import io.spanloom.weaver.ClassFiles;
import io.spanloom.weaver.WeaveException;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Class files some of which have been rewritten but not yet replaced.
 *
 * @param files the class files
 * @param rewritten the new bytes, by binary name
 */
record RewrittenFiles(ClassFiles files, Map<String, byte[]> rewritten) implements ClassFiles {

  @Override
  public Collection<String> names() throws IOException {
    return files.names();
  }

  @Override
  public byte @Nullable [] read(String name) throws IOException {
    byte[] result = rewritten.get(name);
    return result == null ? files.read(name) : result.clone();
  }

  @Override
  public byte @Nullable [] find(String name) throws IOException {
    byte[] result = rewritten.get(name);
    return result == null ? files.find(name) : result.clone();
  }

  @Override
  public String location(String name) {
    return files.location(name);
  }

  @Override
  public void prepare(String name, byte[] content) throws IOException {
    files.prepare(name, content);
  }

  @Override
  public void replace(Comparator<String> order) throws IOException, WeaveException {
    files.replace(order);
  }

  @Override
  public void cancel() {
    files.cancel();
  }

  @Override
  public void delete(String name) throws IOException {
    files.delete(name);
  }
}
