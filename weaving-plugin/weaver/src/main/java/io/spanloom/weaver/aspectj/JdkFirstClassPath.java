package io.spanloom.weaver.aspectj;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aspectj.bridge.IMessageHandler;
import org.aspectj.weaver.UnresolvedType;
import org.aspectj.weaver.bcel.ClassPathManager;
import org.jspecify.annotations.Nullable;

/**
 * The class files of the JDK and, after it, of a class path. AspectJ's own way to the JDK's walks
 * through all of its packages first, which takes as long as weaving a hundred classes.
 *
 * <p>For one thread, but each may have its own.
 */
final class JdkFirstClassPath extends ClassPathManager implements AutoCloseable {

  private final Map<String, ModuleReference> modules = new HashMap<>();
  private final Map<ModuleReference, ModuleReader> readers = new HashMap<>();

  JdkFirstClassPath(List<String> classPath, IMessageHandler messages) {
    super(classPath, messages);
    for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
      module.descriptor().packages().forEach(name -> modules.put(name, module));
    }
  }

  @Override
  public @Nullable ClassFile find(UnresolvedType type) {
    String name = type.getName();
    ModuleReference module = modules.get(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
    if (module != null) {
      try {
        String resource = name.replace('.', '/') + ".class";
        Optional<InputStream> content = reader(module).open(resource);
        if (content.isPresent()) {
          return new JdkFile(resource, content.get());
        }
      } catch (IOException unreadable) {
        // AspectJ, too, goes on with the next entry.
      }
    }
    return super.find(type);
  }

  private ModuleReader reader(ModuleReference module) throws IOException {
    ModuleReader reader = readers.get(module);
    if (reader == null) {
      reader = module.open();
      readers.put(module, reader);
    }
    return reader;
  }

  @Override
  public void close() throws IOException {
    closeArchives();
    for (ModuleReader reader : readers.values()) {
      reader.close();
    }
  }

  private static final class JdkFile extends ClassFile {

    private final String path;
    private final InputStream content;

    JdkFile(String path, InputStream content) {
      this.path = path;
      this.content = content;
    }

    @Override
    public InputStream getInputStream() {
      return content;
    }

    @Override
    public String getPath() {
      return path;
    }

    @Override
    public void close() {
      try {
        content.close();
      } catch (IOException unclosed) {
        // What was wanted of it has been read.
      }
    }
  }
}
