package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Missing types and entries on the class path. */
final class ClassPathTest {

  private static final String PARENT = "package lib;\npublic class Parent {}\n";
  private static final String SON = "package lib;\npublic class Son extends Parent {}\n";
  private static final String DAUGHTER = "package lib;\npublic class Daughter extends Parent {}\n";
  private static final String TROUBLE =
      "package lib;\npublic class Trouble extends RuntimeException {}\n";

  private static Program shop(String members) {
    return Program.compile(
        """
        package shop;
        import io.spanloom.Traced;
        import lib.*;
        public class Shop extends Parent {
          %s
        }
        """
            .formatted(members),
        PARENT,
        SON,
        DAUGHTER,
        TROUBLE);
  }

  @ParameterizedTest
  @Tag("slow")
  @ValueSource(strings = {"lib.Son", "lib.Daughter", "lib.Parent"})
  void reportsMissingTypeThatStackMapFramesRequire(String missing) throws Throwable {
    Program program =
        shop(
            """
            @Traced Object choose(boolean son) {
              Parent child = son ? new Son() : new Daughter();
              return child.toString();
            }
            """);
    program.delete(missing);

    assertThat(FailedWeaving.of(program).toString())
        .isEqualTo(
            "[SPL209] Weaving class shop.Shop failed, so nothing was woven: type "
                + missing
                + ", which it uses, is not on the class path; add the dependency that contains it.");
  }

  @ParameterizedTest
  @Tag("slow")
  @ValueSource(
      strings = {
        "@Traced void place(int count, Son son) {}",
        "@Traced Shop(Son son, Daughter... daughters) {}"
      })
  void reportsMissingParameterType(String method) throws Throwable {
    Program program = shop(method);
    program.delete("lib.Son");

    assertThat(FailedWeaving.of(program).toString())
        .isEqualTo(
            "[SPL209] Weaving class shop.Shop failed, so nothing was woven: type lib.Son, which it uses,"
                + " is not on the class path; add the dependency that contains it.");
  }

  @Test
  void reportsMissingOuterClass() throws Throwable {
    Program program = shop("enum Desk { LEFT, RIGHT; @Traced void open() {} }");
    program.delete("shop.Shop");

    assertThat(FailedWeaving.of(program).toString())
        .isEqualTo(
            "[SPL209] Weaving class shop.Shop$Desk failed, so nothing was woven: type shop.Shop,"
                + " which it uses, is not on the class path; add the dependency that contains it.");
  }

  @Test
  void ignoresMissingTypeThatIsNotRequired() throws Throwable {
    Program program =
        shop(
            """
            Son son;
            Object choose(boolean son) {
              Parent child = son ? new Son() : new Daughter();
              return child.toString();
            }
            @Traced void place() throws Trouble { if (son != null) { choose(true); } }
            @Traced Son sons(int count, Son[][] sons) { return sons[0][0]; }
            """);
    program.delete("lib.Parent");
    program.delete("lib.Son");
    program.delete("lib.Daughter");
    program.delete("lib.Trouble");

    assertThat(program.weaveResult().wovenMethods()).isEqualTo(2);
  }

  @Test
  void ignoresMissingAndInvalidEntries(@TempDir Path folder) throws Exception {
    Program program = shop("@Traced void place() {}");
    List<Path> classPath = new ArrayList<>();
    classPath.add(folder.resolve("none.jar"));
    classPath.add(folder.resolve("none"));
    classPath.add(Files.writeString(folder.resolve("text.jar"), "no archive"));
    classPath.add(Files.createFile(folder.resolve("empty.jar")));
    classPath.add(Files.writeString(folder.resolve("library.so"), "no archive"));
    classPath.addAll(Program.classPath());

    WeaveResult result = Weaver.weave(program.classes(), classPath);

    assertThat(result.wovenClasses()).containsExactly("shop.Shop");
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void ignoresClassFolderOnClassPath() throws Exception {
    Program program = shop("@Traced void place() {}");
    Path folder = program.classes();
    List<Path> classPath = new ArrayList<>(Program.classPath());
    classPath.add(folder.resolve("..").resolve(folder.getFileName()));

    assertThat(Weaver.weave(folder, classPath).warnings()).isEmpty();
  }

  @Test
  void weavesWithoutClassPathWhenTypesAreInFolder() throws Exception {
    Program program = shop("@Traced void place() {}");

    assertThat(Weaver.weave(program.classes(), List.of()).wovenMethods()).isEqualTo(1);
  }
}
