package io.spanloom.compatibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Finds the members of OpenTelemetry that class files refer to and that a version lacks. */
final class ApiReferences {

  private static final String PREFIX = "io/opentelemetry/";

  private final ClassLoader version;
  private final Set<String> missing = new TreeSet<>();

  private ApiReferences(ClassLoader version) {
    this.version = version;
  }

  /**
   * Returns the missing members.
   *
   * @param classes jars and folders of class files
   * @param classPath the class path with the version
   * @return each as {@code referring class: class.member}, sorted
   */
  static Set<String> missing(List<Path> classes, List<Path> classPath) throws IOException {
    URL[] urls = classPath.stream().map(ApiReferences::url).toArray(URL[]::new);
    try (URLClassLoader version = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      ApiReferences references = new ApiReferences(version);
      for (Path entry : classes) {
        references.readAll(entry);
      }
      return references.missing;
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException fault) {
      throw new IllegalArgumentException(fault);
    }
  }

  private void readAll(Path entry) throws IOException {
    if (Files.isDirectory(entry)) {
      readFolder(entry);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(entry)) {
        readFolder(jar.getPath("/"));
      }
    }
  }

  private void readFolder(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files.filter(file -> file.toString().endsWith(".class")).forEach(this::read);
    }
  }

  private void read(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      ClassReader reader = new ClassReader(content);
      reader.accept(new References(reader.getClassName()), ClassReader.SKIP_DEBUG);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void check(String from, String owner, String name, @Nullable String descriptor) {
    if (owner.startsWith(PREFIX)) {
      try {
        Class<?> type = Class.forName(owner.replace('/', '.'), false, version);
        if (!has(type, name, descriptor)) {
          missing.add(text(from) + ": " + text(owner) + "." + name);
        }
      } catch (NoClassDefFoundError optional) {
        // Another member of the class refers to an optional dependency, so reflection lists none.
      } catch (ClassNotFoundException absent) {
        missing.add(text(from) + ": " + text(owner));
      }
    }
  }

  private static String text(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1);
  }

  private static boolean has(Class<?> type, String name, @Nullable String descriptor) {
    if (descriptor == null) {
      return Arrays.stream(type.getFields()).anyMatch(field -> field.getName().equals(name));
    }
    return name.equals("<init>")
        ? Arrays.stream(type.getDeclaredConstructors())
            .anyMatch(each -> Type.getConstructorDescriptor(each).equals(descriptor))
        : Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(Object.class.getMethods()))
            .anyMatch(
                each ->
                    each.getName().equals(name)
                        && Type.getMethodDescriptor(each).equals(descriptor));
  }

  private final class References extends ClassVisitor {

    private final String from;

    References(String from) {
      super(Opcodes.ASM9);
      this.from = from;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String method,
        String type,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
          check(from, owner, name, descriptor);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
          check(from, owner, name, null);
        }

        @Override
        public void visitInvokeDynamicInsn(
            String name, String descriptor, Handle bootstrap, Object... arguments) {
          for (Object argument : arguments) {
            if (argument instanceof Handle handle) {
              check(from, handle.getOwner(), handle.getName(), handle.getDesc());
            }
          }
        }
      };
    }
  }
}
