package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.ClassPath;
import io.spanloom.support.ForkedJvm;
import io.spanloom.weaver.plan.ClassFacts;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Weaving is reproducible and idempotent. */
final class RepeatedRunTest {

  private static final List<String> SOURCES =
      List.of(
          """
          package shop;
          import io.spanloom.*;
          public class Orders {
            @Traced String place(@SpanAttribute("id") String id, int count) { return id + count; }
            @Traced String place(@SpanAttribute("id") Integer id) { return place("" + id, id); }
            @Traced Orders() {}
            @WorkflowStep(as = WorkflowStep.Form.EVENTS) void step() throws Exception {}
            int untraced(Object o) { return o instanceof String s ? s.length() : 3; }
          }
          """,
          """
          package shop;
          import io.spanloom.*;
          import java.util.concurrent.CompletionStage;
          public interface Stock {
            @Traced default CompletionStage<String> take(CompletionStage<String> s) { return s; }
            enum Kind { A, B; @Traced Kind next() { return this == A ? B : A; } }
            record Item(String name) {
              @Traced String show(@SpanAttribute Kind kind) { return name + kind; }
              @AICall(provider = "p") String ask() { return name; }
            }
          }
          """,
          "package shop;\npublic class Untraced { void nothing() {} }\n");

  private static Program compiled() {
    return Program.compile(SOURCES.toArray(String[]::new));
  }

  @Test
  void secondRunTouchesNoFile() throws Exception {
    Program program = compiled().weave();
    FolderState woven = FolderState.of(program.classes());

    WeaveResult again = program.weaveResult();

    assertThat(again).isEqualTo(new WeaveResult(List.of(), 0, 4, 0, List.of()));
    assertThat(FolderState.of(program.classes())).isEqualTo(woven);
  }

  @Test
  void leavesClassesWithoutTracedMethodsUntouched() {
    Program program =
        Program.compile(
            SOURCES.get(0),
            SOURCES.get(2),
            "package shop;\npublic class Sub extends Orders { String place(String s, int i) {"
                + " return s; } class Nested extends Orders {} }\n");
    FolderState before = FolderState.of(program.classes());

    program.weave();

    String[] woven = {"shop/Orders.class", "shop/Orders_Spans.class"};
    FolderState after = FolderState.of(program.classes());
    assertThat(after.without(woven)).isEqualTo(before.without(woven));
    assertThat(after.contents()).isNotEqualTo(before.contents());
  }

  @Test
  void addsNoMembersToClasses() throws Exception {
    Program program = compiled();
    List<String> before = members(program);

    program.weave();

    assertThat(members(program)).isEqualTo(before);
  }

  /** Returns the members of all classes except aspects. */
  private static List<String> members(Program program) throws Exception {
    List<String> result = new ArrayList<>();
    for (String file : FolderState.of(program.classes()).times().keySet()) {
      if (file.endsWith(".class") && !ClassFacts.isAspectFile(file)) {
        ClassNode type = new ClassNode();
        byte[] bytes = Files.readAllBytes(program.classes().resolve(file));
        new ClassReader(bytes).accept(type, ClassReader.SKIP_CODE);
        type.fields.forEach(field -> result.add(type.name + " " + field.name + field.desc));
        type.methods.forEach(method -> result.add(type.name + " " + method.name + method.desc));
      }
    }
    return result;
  }

  @Test
  @Tag("slow")
  void outputDoesNotDependOnFolder() {
    Program program = compiled();
    Program copy = program.copy();

    assertThat(FolderState.of(copy.weave().classes()).contents())
        .isEqualTo(FolderState.of(program.weave().classes()).contents());
  }

  @Test
  @Tag("slow")
  void outputDoesNotDependOnCompilationOrder() {
    List<String> reversed = new ArrayList<>(SOURCES);
    Collections.reverse(reversed);

    assertThat(
            FolderState.of(Program.compile(reversed.toArray(String[]::new)).weave().classes())
                .contents())
        .isEqualTo(FolderState.of(compiled().weave().classes()).contents());
  }

  @Test
  @Tag("slow")
  void outputDoesNotDependOnNumberOfRuns() {
    Program atOnce = compiled().weave();
    Program inTwo = Program.compile(SOURCES.get(0), SOURCES.get(2)).weave();

    inTwo.add(List.of(), true, SOURCES.get(1));

    assertThat(FolderState.of(inTwo.weave().classes()).contents())
        .isEqualTo(FolderState.of(atOnce.classes()).contents());
  }

  @Test
  @Tag("slow")
  void outputDoesNotDependOnProcess() throws Exception {
    Program program = compiled();
    Program other = program.copy();

    ForkedJvm.of(
            Main.class,
            "--classes",
            other.classes().toString(),
            "--class-path",
            ClassPath.join(Program.classPath()))
        // The same hash code for all objects changes the order of sets.
        .options(List.of("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2"))
        .run();

    assertThat(FolderState.of(other.classes()).contents())
        .isEqualTo(FolderState.of(program.weave().classes()).contents());
  }
}
