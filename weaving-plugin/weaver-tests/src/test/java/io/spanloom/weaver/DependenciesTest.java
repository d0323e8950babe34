package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Woven and unwoven dependencies with traced methods. */
final class DependenciesTest {

  private static final String STOCK =
      "package stock;\npublic class Stock { @io.spanloom.Traced void take() {} }\n";
  private static final String SHELF =
      "package stock;\npublic class Shelf { @io.spanloom.Traced void take() {} }\n";

  @TempDir private Path folder;

  private static WeaveResult weaveWith(Path dependency) throws Exception {
    Program shop =
        Program.compile(
            "package shop;\npublic class Shop { @io.spanloom.Traced void place() {} }\n");
    List<Path> classPath = new ArrayList<>();
    classPath.add(dependency); // first, so that the weaver looks up each type there
    classPath.addAll(Program.classPath());
    WeaveResult result = Weaver.weave(shop.classes(), classPath);
    assertThat(result.wovenClasses()).containsExactly("shop.Shop");
    return result;
  }

  private Path jar(Program program) throws IOException {
    Path jar = folder.resolve("stock-1.0.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file);
        Stream<Path> classes = Files.walk(program.classes())) {
      for (Path path : classes.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new ZipEntry(program.classes().relativize(path).toString()));
        Files.copy(path, entries);
        entries.closeEntry();
      }
    }
    return jar;
  }

  @Test
  void warnsAboutUnwovenJar() throws Exception {
    assertThat(weaveWith(jar(Program.compile(STOCK))).warnings())
        .extracting(Problem::toString)
        .containsExactly(
            "[SPL213] Dependency stock-1.0.jar has 1 class with traced methods that were not woven, so"
                + " calls to them create no spans; run the weaver in the build of that dependency.");
  }

  @Test
  void warnsAboutUnwovenFolder() throws Exception {
    Path classes = Program.compile(STOCK, SHELF).classes();

    assertThat(weaveWith(classes).warnings())
        .extracting(Problem::toString)
        .containsExactly(
            "[SPL213] Dependency "
                + classes.getFileName()
                + " has 2 classes with traced methods that were not woven, so calls to them create"
                + " no spans; run the weaver in the build of that dependency.");
  }

  @Test
  void warnsAboutUnwovenFolderBehindLink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Program.compile(STOCK).classes());

    WeaveResult result = weaveWith(link);
    Files.delete(link);

    assertThat(result.warnings()).hasSize(1);
  }

  @Test
  void acceptsWovenDependency() throws Exception {
    Program stock = Program.compile(STOCK).weave();

    assertThat(weaveWith(stock.classes()).warnings()).isEmpty();
    assertThat(weaveWith(jar(stock)).warnings()).isEmpty();
  }

  @Test
  void doesNotChangeDependency() throws Exception {
    Program stock = Program.compile(STOCK);
    FolderState before = FolderState.of(stock.classes());

    weaveWith(stock.classes());

    assertThat(FolderState.of(stock.classes())).isEqualTo(before);
  }

  @Test
  void ignoresBrokenAspectInDependency() throws Exception {
    Program stock = Program.compile(STOCK);
    stock.write("stock.Stock_Spans", new byte[] {1, 2, 3});

    assertThat(weaveWith(stock.classes()).warnings()).isEmpty();
  }

  @Test
  void warnsEvenWithNothingToWeave() throws Exception {
    Path stock = Program.compile(STOCK).classes();
    Path empty = Files.createDirectory(folder.resolve("classes"));

    assertThat(Weaver.weave(empty, List.of(stock)).warnings()).hasSize(1);
  }

  @Test
  void closesClassPathEntries() throws Exception {
    Path jar = jar(Program.compile(STOCK, SHELF));

    weaveWith(jar);

    assertThat(openFiles()).doesNotContain(jar.toRealPath());
    Files.delete(jar); // fails on Windows if the file is open
  }

  /** Returns the open files of this process; empty on systems without /proc. */
  private static List<Path> openFiles() throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    List<Path> result = new ArrayList<>();
    if (Files.isDirectory(descriptors)) {
      try (Stream<Path> links = Files.list(descriptors)) {
        for (Path link : links.toList()) {
          try {
            result.add(Files.readSymbolicLink(link));
          } catch (NoSuchFileException closed) {
            // Closed in the meantime.
          }
        }
      }
    }
    return result;
  }
}
