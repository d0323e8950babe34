package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
final class BadFolderTest {

  private static final String ORDERS =
      """
      package shop;
      import io.spanloom.Traced;
      public class Orders extends Base {
        @Traced Object place(boolean now) {
          Base result = now ? new Orders() : new Other();
          return result;
        }
      }
      class Other extends Base {}
      """;
  private static final String BASE = "package shop;\npublic class Base {}\n";
  private static final String UNRELATED = "package shop;\npublic class Unrelated {}\n";

  @Test
  void reportsMissingFolder(@TempDir Path parent) throws Throwable {
    Path folder = parent.resolve("classes");

    assertThat(FailedWeaving.of(folder, List.of()).toString())
        .isEqualTo("[SPL200] Class folder " + folder + " does not exist; compile first.");
    assertThat(folder).doesNotExist();
  }

  @Test
  void reportsFileInsteadOfFolder(@TempDir Path parent) throws Throwable {
    Path file = Files.writeString(parent.resolve("classes"), "a file");

    assertThat(FailedWeaving.of(file, List.of()).code()).isEqualTo(WeaverCode.NO_FOLDER);
  }

  @Test
  void acceptsEmptyFolder(@TempDir Path folder) throws Exception {
    WeaveResult result = Weaver.weave(folder, List.of());

    assertThat(result).isEqualTo(new WeaveResult(List.of(), 0, 0, 0, List.of()));
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.Orders", "shop.Orders_Spans"})
  void reportsTruncatedTracedClassOrAspect(String name) throws Throwable {
    Program program = Program.compile(ORDERS, BASE);
    byte[] whole = program.bytes(name);

    for (int length = 0; length < whole.length; length++) {
      program.write(name, Arrays.copyOf(whole, length));

      assertThat(FailedWeaving.of(program).toString())
          .as("of %d bytes", length)
          .isEqualTo(
              "[SPL207] "
                  + program.classFile(name)
                  + " is not a complete class file, so nothing was woven; delete it and"
                  + " recompile.");
    }
  }

  @Test
  void reportsClassFileWithTrailingBytes() throws Throwable {
    Program program = Program.compile(ORDERS, BASE);
    byte[] whole = program.bytes("shop.Orders");
    program.write("shop.Orders", Arrays.copyOf(whole, whole.length + 1));

    assertThat(FailedWeaving.of(program).code()).isEqualTo(WeaverCode.BROKEN_CLASS);
  }

  @Test
  void reportsTruncatedModuleDescriptor() throws Throwable {
    Program program = Program.compile("module shop {}\n");
    byte[] whole = program.bytes("module-info");

    for (int length = 0; length < whole.length; length++) {
      program.write("module-info", Arrays.copyOf(whole, length));

      assertThat(FailedWeaving.of(program))
          .as("of %d bytes", length)
          .satisfies(
              problem -> assertThat(problem.code()).isEqualTo(WeaverCode.BROKEN_CLASS),
              problem -> assertThat(problem.message()).contains("module-info.class"));
    }
  }

  @Test
  void ignoresTruncatedUnrelatedClass() throws Throwable {
    Program program = Program.compile(ORDERS, BASE, UNRELATED);
    byte[] whole = program.bytes("shop.Unrelated");
    program.write("shop.Unrelated", Arrays.copyOf(whole, whole.length / 2));

    assertThat(program.weaveResult().wovenClasses()).containsExactly("shop.Orders");
    assertThat(program.bytes("shop.Unrelated")).hasSize(whole.length / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.Base", "shop.Other"})
  void reportsTruncatedClassThatTracedClassUses(String name) throws Throwable {
    Program program = Program.compile(ORDERS, BASE);
    byte[] whole = program.bytes(name);
    program.write(name, Arrays.copyOf(whole, whole.length - 1));

    assertThat(FailedWeaving.of(program).toString())
        .isEqualTo(
            "[SPL207] Weaving class shop.Orders failed, so nothing was woven: the class file of "
                + name
                + ", which it uses, is corrupt; recompile it or download it again.");
  }

  @Test
  void acceptsUnknownJavaVersionOfClassThatTracedClassUses() throws Throwable {
    Program program = Program.compile(ORDERS, BASE);
    byte[] classFile = program.bytes("shop.Base");
    classFile[7] = (byte) (44 + 99);
    program.write("shop.Base", classFile);

    assertThat(program.weaveResult().wovenClasses()).containsExactly("shop.Orders");
  }

  @Test
  void reportsUnsupportedJavaVersion() throws Throwable {
    Program program = Program.compile(ORDERS, BASE);
    byte[] classFile = program.bytes("shop.Orders");
    classFile[7] = (byte) (44 + 99);
    program.write("shop.Orders", classFile);

    assertThat(FailedWeaving.of(program).toString())
        .isEqualTo(
            "[SPL207] "
                + program.classFile("shop.Orders")
                + " was compiled for Java 99, which this version of Spanloom does not support,"
                + " so nothing was woven; compile it with a lower --release.");
  }

  @Test
  void warnsAboutMisplacedTracedClass() throws Throwable {
    Program program = Program.compile(ORDERS, BASE);
    Path versioned = program.classes().resolve("META-INF/versions/17/shop/Orders.class");
    Files.createDirectories(versioned.getParent());
    Files.copy(program.classFile("shop.Orders"), versioned);

    WeaveResult result = program.weaveResult();

    assertThat(result.wovenClasses()).containsExactly("shop.Orders");
    assertThat(result.warnings())
        .extracting(Problem::toString)
        .containsExactly(
            "[SPL215] Class file META-INF/versions/17/shop/Orders.class has traced methods but was"
                + " not woven, because it contains class shop.Orders, which class loaders do not"
                + " look for there; run the weaver on the output folder of javac.");
  }

  @Test
  void weavesFolderBehindLink(@TempDir Path parent) throws Throwable {
    Program program = Program.compile(ORDERS, BASE);
    Path link = Files.createSymbolicLink(parent.resolve("classes"), program.classes());

    WeaveResult result = Weaver.weave(link, Program.classPath());
    Files.delete(link);

    assertThat(result.wovenClasses()).containsExactly("shop.Orders");
  }
}
