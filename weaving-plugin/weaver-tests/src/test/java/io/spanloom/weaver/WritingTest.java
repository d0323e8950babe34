package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.weaver.plan.CompiledClasses;
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
    CompiledClasses compiled = CompiledClasses.read(ClassFolder.of(program().classes()));

    assertThat(
            compiled.facts().keySet().stream().sorted(Weaver.aspectsFirst(Planner.plan(compiled))))
        .containsExactly("shop.Carts_Spans", "shop.Orders_Spans", "shop.Carts", "shop.Orders");
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
