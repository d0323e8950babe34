package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Aspects that an incremental build left over. */
@Tag("slow")
final class ObsoleteAspectsTest {

  private static final String ORDERS = "shop.Orders";

  private static Program orders(String method) {
    return Program.compile(
        """
        package shop;
        import io.spanloom.Traced;
        public class Orders {
          %s static void place(String id, int count) {}
          public static Object run() { place("o-1", 7); return null; }
        }
        """
            .formatted(method));
  }

  private static Program traced() {
    return orders("@Traced");
  }

  @Test
  void removesAspectWhoseClassIsMissing() {
    Program program = traced();
    program.delete(ORDERS);

    assertThat(program.weaveResult().warnings()).isEmpty();
    assertThat(program.classFile(ORDERS + "_Spans")).doesNotExist();
  }

  @Test
  void removesAspectWhoseClassIsNoLongerAnnotated() throws Throwable {
    Program program = traced();
    program.replaceClass(orders(""), ORDERS);

    assertThat(program.weaveResult().warnings()).isEmpty();
    assertThat(program.classFile(ORDERS + "_Spans")).doesNotExist();
    assertThat(program.run(ORDERS, "run")).isNull();
  }

  @Test
  void removesObsoleteWovenAspect() {
    Program program = traced().weave();
    program.replaceClass(orders(""), ORDERS);

    assertThat(program.weaveResult().warnings()).isEmpty();
    assertThat(program.classFile(ORDERS + "_Spans")).doesNotExist();
  }

  @Test
  void reportsClassThatCallsObsoleteAspect() throws Throwable {
    Program program =
        Program.compile(
                "package shop;\ninterface Api { @io.spanloom.Traced void place(); }",
                "package shop;\nclass Orders implements Api { public void place() {} }")
            .weave();
    program.replaceClass(
        Program.compile("package shop;\ninterface Api { void place(); }"), "shop.Api");

    assertThat(FailedWeaving.of(program).toString())
        .isEqualTo(
            "[SPL205] Class shop.Orders no longer has a traced method, but is woven with aspect"
                + " shop.Orders_Spans; run a clean build.");
    assertThat(program.classFile(ORDERS + "_Spans")).exists();
  }

  @Test
  void reportsAspectWhoseClassIsInAnotherFolder() throws Throwable {
    Program program = traced();
    Program other = program.copy();
    program.delete(ORDERS);

    assertThat(FailedWeaving.allOf(program.classes(), List.of(other.classes())))
        .extracting(Problem::toString)
        .containsExactly(
            "[SPL205] Aspect shop.Orders_Spans cannot be woven, because its class shop.Orders is in"
                + " another folder or jar; put both into one folder, and weave that folder.");
    assertThat(program.classFile(ORDERS + "_Spans")).exists();
  }

  @Test
  void namesKaptForKotlinClassWithoutAspect() throws Throwable {
    Program program = Program.compile("package kotlin;\npublic @interface Metadata {}");
    program.add(
        List.of(),
        false,
        "package shop;\n@kotlin.Metadata class Orders { @io.spanloom.Traced void place() {} }");

    assertThat(FailedWeaving.of(program).toString())
        .endsWith(
            "; add spanloom-processor to the annotation processors of kapt, Kotlin's annotation"
                + " processing.");
  }

  @Test
  void completesAspectThatWasRecompiledWithoutItsClass() throws Throwable {
    Program program = traced().weave();
    program.replaceClass(traced(), ORDERS + "_Spans");

    assertThat(program.weaveResult().warnings()).isEmpty();
    assertThat(program.run(ORDERS, "run")).isNull();
  }
}
