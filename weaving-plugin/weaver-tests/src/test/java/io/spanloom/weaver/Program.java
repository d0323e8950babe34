package io.spanloom.weaver;

import io.spanloom.processor.SpansProcessor;
import io.spanloom.support.ClassPath;
import io.spanloom.support.Javac;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A small program for tests: compiles sources with the processor, weaves and runs them. */
public final class Program {

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
    Javac javac = Javac.into(classes).options(options);
    processors.forEach(javac::processors);
    javac.compile(sources);
  }

  /** Returns the class path of the tests: runtime, OpenTelemetry, AI clients. */
  static List<Path> classPath() {
    return ClassPath.ofTests();
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
      return Weaver.weave(classes, ClassPath.ofPrograms());
    } catch (WeaveException failure) {
      throw new AssertionError(failure.getMessage(), failure);
    }
  }

  /** Weaves the class folder. */
  public Program weave() {
    try {
      Weaver.weave(classes, ClassPath.ofPrograms());
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
}
