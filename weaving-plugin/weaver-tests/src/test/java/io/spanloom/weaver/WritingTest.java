package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.weaver.plan.ClassFolder;
import io.spanloom.weaver.plan.Planner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writing woven classes to the class folder. */
final class WritingTest {

  private static Program program() {
    return Program.compile(
        "package shop;\npublic class Orders { @io.spanloom.Traced void place() {} }\n",
        "package shop;\npublic class Carts { @io.spanloom.Traced void fill() {} }\n");
  }

  @Test
  void reportsUnwritableFolderAndLeavesItUnchanged() throws Throwable {
    Program program = program();
    Path obstacle = program.classes().resolve("shop/Orders.class.spanloom");
    Files.createDirectories(obstacle.resolve("in"));

    assertThat(FailedWeaving.of(program).toString())
        .startsWith(
            "[SPL211] Class folder "
                + program.classes()
                + " could not be read or written, so nothing was woven: "
                + obstacle
                + ": ");
  }

  @Test
  void removesTemporaryFilesOfKilledRun() throws Throwable {
    Program program = program();
    Files.writeString(program.classes().resolve("shop/Orders.class.spanloom"), "half");

    program.weave();

    assertThat(program.classes().resolve("shop"))
        .isDirectoryNotContaining("glob:**.spanloom")
        .isDirectoryContaining("glob:**Orders.class");
  }

  @Test
  void writesAspectsBeforeTheirClasses() throws Exception {
    ClassFolder folder = ClassFolder.read(program().classes());
    List<Path> files = folder.facts().keySet().stream().map(folder::fileOf).toList();

    assertThat(Weaver.aspectsFirst(folder, Planner.plan(folder), files))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("Carts_Spans.class", "Orders_Spans.class", "Carts.class", "Orders.class");
  }

  @Test
  void addsNoFileToFolder() {
    Program program = program();
    List<String> before = List.copyOf(FolderState.of(program.classes()).contents().keySet());

    program.weave();

    assertThat(FolderState.of(program.classes()).contents().keySet())
        .containsExactlyElementsOf(before);
  }
}
