package io.spanloom.weaver.aspectj;

import io.spanloom.weaver.ClassFiles;
import io.spanloom.weaver.plan.ClassFacts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
 * Finds class files in the JDK first, then in a compilation. AspectJ's own look-up of JDK classes
 * walks through all packages first, which takes as long as weaving a hundred classes.
 *
 * <p>Not thread-safe; each thread needs an instance.
 */
final class JdkFirstClassPath extends ClassPathManager implements AutoCloseable {

  private final ClassFiles files;
  private final Map<String, ModuleReference> modulesByPackage = new HashMap<>();
  private final Map<ModuleReference, ModuleReader> readers = new HashMap<>();

  JdkFirstClassPath(ClassFiles files, IMessageHandler messages) {
    super(List.of(), messages);
    this.files = files;
    for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
      module.descriptor().packages().forEach(name -> modulesByPackage.put(name, module));
    }
  }

  @Override
  public @Nullable ClassFile find(UnresolvedType type) {
    String name = type.getName();
    ModuleReference module =
        modulesByPackage.get(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
    if (module != null) {
      try {
        String resource = name.replace('.', '/') + ".class";
        Optional<InputStream> content = reader(module).open(resource);
        if (content.isPresent()) {
          return new FoundFile(resource, content.get());
        }
      } catch (IOException unreadable) {
        // Falls through to the class path, as AspectJ skips unreadable entries.
      }
    }
    return inCompilation(name);
  }

  private @Nullable ClassFile inCompilation(String name) {
    try {
      byte[] content = files.find(name);
      return content == null
          ? null
          : new FoundFile(
              name.replace('.', '/') + ".class",
              new ByteArrayInputStream(
                  ClassFacts.isAspect(name) ? AspectInput.of(content) : content));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
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
    for (ModuleReader reader : readers.values()) {
      reader.close();
    }
  }

  private static final class FoundFile extends ClassFile {

    private final String path;
    private final InputStream content;

    FoundFile(String path, InputStream content) {
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
        // The content has already been read.
      }
    }
  }
}
