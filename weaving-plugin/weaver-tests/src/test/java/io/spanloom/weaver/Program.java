package io.spanloom.weaver;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spanloom.processor.SpansProcessor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A small program for tests: compiles sources with the processor, weaves and runs them. */
public final class Program {

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.\\p{L}]+);");
  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)^(?:[\\w@]+ )*(?:class|interface|enum|record|@interface|module) ([\\w.$\\p{L}]+)");

  private final Path classes;

  private Program(Path classes) {
    this.classes = classes;
  }

  /** Compiles sources into a new folder, with the processor. */
  public static Program compile(String... sources) {
    return compile(List.of(), sources);
  }

  /** Compiles sources into a new folder, with the processor and options of javac. */
  public static Program compile(List<String> options, String... sources) {
    Program program = new Program(newFolder());
    program.add(options, true, sources);
    return program;
  }

  /** Compiles sources into a new folder with the processor, which weaves them inside javac. */
  static Program compileAndWeave(String... sources) {
    Program program = new Program(newFolder());
    program.add(List.of(), List.of(new SpansProcessor()), sources);
    return program;
  }

  /** Returns the program in an existing class folder. */
  static Program in(Path classes) {
    return new Program(classes);
  }

  /** Compiles more sources into the same folder. */
  void add(List<String> options, boolean withProcessor, String... sources) {
    List<String> allOptions = new ArrayList<>(options);
    if (withProcessor) {
      allOptions.add("-Aspanloom.weave=false");
    }
    add(allOptions, withProcessor ? List.of(new SpansProcessor()) : List.of(), sources);
  }

  private void add(List<String> options, List<SpansProcessor> processors, String... sources) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(diagnostics, Locale.ROOT, UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      List<Path> classPath = new ArrayList<>(classPath());
      classPath.add(classes);
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              files,
              diagnostics,
              options,
              null,
              Arrays.stream(sources).map(Program::source).toList());
      task.setProcessors(processors);
      if (!task.call()) {
        throw new IllegalArgumentException(
            String.join(
                "\n", diagnostics.getDiagnostics().stream().map(Diagnostic::toString).toList()));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns the class path of the tests: runtime, OpenTelemetry, AI clients. */
  static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  /** Copies the current class folder. */
  Program copy() {
    Path target = newFolder();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(classes.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new Program(target);
  }

  /** Replaces a class file with that of another program. */
  void replaceClass(Program other, String binaryName) {
    try {
      Files.copy(
          other.classFile(binaryName), classFile(binaryName), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void delete(String binaryName) {
    try {
      Files.delete(classFile(binaryName));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public byte[] bytes(String binaryName) {
    try {
      return Files.readAllBytes(classFile(binaryName));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void write(String binaryName, byte[] bytes) {
    try {
      Files.write(classFile(binaryName), bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Weaves the class folder and returns the result. */
  WeaveResult weaveResult() {
    try {
      return Weaver.weave(classes, classPath());
    } catch (WeaveException failure) {
      throw new AssertionError(failure.getMessage(), failure);
    }
  }

  /** Weaves the class folder. */
  public Program weave() {
    try {
      Weaver.weave(classes, classPath());
      return this;
    } catch (WeaveException failure) {
      throw new AssertionError(failure.getMessage(), failure);
    }
  }

  Path classes() {
    return classes;
  }

  Path classFile(String binaryName) {
    return classes.resolve(binaryName.replace('.', '/') + ".class");
  }

  /** Returns a new class loader for the current class folder. */
  ClassLoader load() {
    try {
      return new URLClassLoader(
          new URL[] {classes.toUri().toURL()}, Program.class.getClassLoader());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Loads the class folder and calls a static method without parameters. */
  public Object run(String className, String method) throws Throwable {
    return call(load(), className, method);
  }

  /** Calls a public static method without parameters and throws its exceptions unchanged. */
  static Object call(ClassLoader loader, String className, String method) throws Throwable {
    try {
      return loader.loadClass(className).getMethod(method).invoke(null);
    } catch (java.lang.reflect.InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  /** Calls the only static method with a name and throws its exceptions unchanged. */
  static Object invoke(ClassLoader loader, String className, String name, Object... arguments)
      throws Throwable {
    Method method =
        Arrays.stream(loader.loadClass(className).getDeclaredMethods())
            .filter(candidate -> candidate.getName().equals(name))
            .findFirst()
            .orElseThrow();
    method.setAccessible(true);
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static Path newFolder() {
    try {
      Path folder = Files.createTempDirectory("spanloom-test");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static JavaFileObject source(String text) {
    Matcher packageName = PACKAGE.matcher(text);
    Matcher type = TYPE.matcher(text);
    String name = "package-info";
    if (type.find()) {
      name = text.contains("module " + type.group(1) + " {") ? "module-info" : type.group(1);
    }
    String path = packageName.find() ? packageName.group(1).replace('.', '/') + "/" + name : name;
    return new SimpleJavaFileObject(
        URI.create("string:///" + path + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
