package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Classes and aspects from different compilations. */
@Tag("slow")
final class StaleClassesTest {

  private static final String ORDERS = "shop.Orders";
  private static final String ASPECT = "shop.Orders_Spans";

  private static Program orders(String method) {
    return Program.compile(
        """
        package shop;
        import io.spanloom.SpanAttribute;
        import io.spanloom.Traced;
        public class Orders {
          %s
          public static Object run() { place("o-1", 7); return null; }
        }
        """
            .formatted(method));
  }

  private static Program traced() {
    return orders("@Traced static void place(@SpanAttribute(\"id\") String id, int count) {}");
  }

  @Test
  void reportsClassWovenByAspectWithOtherParameters() throws Throwable {
    Program program = traced().weave();
    program.replaceClass(
        orders("@Traced static void place(String id, @SpanAttribute(\"count\") int count) {}"),
        ASPECT);

    assertThat(FailedWeaving.of(program).toString())
        .isEqualTo(
            "[SPL206] Class shop.Orders is already woven, but by a different version of its aspect;"
                + " run a clean build.");
  }

  @Test
  void reportsClassWovenByAspectWithOtherAdviceNames() throws Throwable {
    Program program = traced().weave();
    program.add(
        List.of(),
        false,
        """
        package shop;
        import io.spanloom.runtime.woven.GeneratedAspect;
        import org.aspectj.lang.annotation.Aspect;
        import org.aspectj.lang.annotation.Before;
        @Aspect
        @GeneratedAspect(type = "shop.Orders", methods = "place(Ljava/lang/String;I)V")
        public final class Orders_Spans {
          @Before("execution(void shop.Orders.place(String, int))")
          public void enterPlace() {}
        }
        """);

    assertThat(FailedWeaving.of(program).code()).isEqualTo(WeaverCode.WOVEN_WITH_OTHER_ASPECT);
  }

  @Test
  void reportsWovenClassWithoutAspect() throws Throwable {
    Program program = traced().weave();
    program.delete(ASPECT);

    assertThat(FailedWeaving.of(program).toString())
        .isEqualTo(
            "[SPL203] Class shop.Orders is woven, but its aspect shop.Orders_Spans is missing; run"
                + " a clean build.");
  }

  @Test
  void reportsDifferencesBetweenAspectAndClass() throws Throwable {
    Program program = traced();
    program.replaceClass(
        orders(
            "@Traced Orders(int... counts) {} static void place(String id, int count) {}"
                + " @Traced static <T extends Number> void list(T[] first, java.util.Map.Entry<T, T>"
                + " second) {}"),
        ORDERS);

    assertThat(FailedWeaving.of(program).toString())
        .isEqualTo(
            "[SPL204] The aspect of shop.Orders was generated from a different version of the class:"
                + " they differ in Orders(int[]), list(Number[], Entry), place(String, int); run a"
                + " clean build.");
  }

  @Test
  void reportsAspectThatNamesAnotherClass() throws Throwable {
    Program program =
        Program.compile(
            "package shop;\npublic class Carts { @io.spanloom.Traced void fill() {} }\n",
            "package shop;\npublic class Orders { void fill() {} }\n");
    program.add(
        List.of(),
        false,
        "package shop;\npublic class Orders { @io.spanloom.Traced void fill() {} }\n",
        """
        package shop;
        import io.spanloom.runtime.woven.GeneratedAspect;
        import org.aspectj.lang.annotation.*;
        @Aspect
        @GeneratedAspect(type = "shop.Carts", methods = "fill()V")
        public final class Orders_Spans {
          @Before("execution(void shop.Carts.fill())")
          public void enterFill() {}
        }
        """);

    assertThat(FailedWeaving.of(program).toString())
        .isEqualTo(
            "[SPL204] Aspect shop.Orders_Spans was generated for class shop.Carts instead of"
                + " shop.Orders; run a clean build.");
  }

  @Test
  void reportsClassWithoutAspect() throws Throwable {
    Program program = traced();
    program.delete(ASPECT);

    assertThat(FailedWeaving.of(program).toString())
        .isEqualTo(
            "[SPL202] Method place(String, int) of shop.Orders is annotated but has no aspect, because"
                + " the annotation processor did not run; add spanloom-processor to the compiler's"
                + " annotation processor path.");
  }

  @Test
  void reportsAllProblemsAtOnce() throws Throwable {
    Program program = traced();
    program.delete(ORDERS + "_Spans");
    program.add(
        List.of(),
        false,
        "package shop;\npublic class Carts { @io.spanloom.Traced void fill() {} }\n");

    assertThat(FailedWeaving.allOf(program.classes(), Program.classPath()))
        .extracting(Problem::code)
        .containsExactly(WeaverCode.NO_ASPECT, WeaverCode.NO_ASPECT);
  }

  @Test
  void reportsRecompiledClassOfWovenAspect() throws Throwable {
    Program program = traced();
    Program recompiled = program.copy();
    program.weave();
    program.replaceClass(recompiled, ORDERS);

    assertThat(FailedWeaving.of(program).toString())
        .isEqualTo(
            "[SPL204] Class shop.Orders was recompiled without its aspect, which is already woven;"
                + " run a clean build.");
  }

  @Test
  void weavesRecompiledClassAndAspect() throws Throwable {
    Program program = traced();
    Program recompiled = program.copy();
    FolderState woven = FolderState.of(program.weave().classes());
    program.replaceClass(recompiled, ORDERS);
    program.replaceClass(recompiled, ASPECT);

    assertThat(program.weaveResult().wovenClasses()).containsExactly(ORDERS);

    assertThat(FolderState.of(program.classes()).contents()).isEqualTo(woven.contents());
    assertCreatesSpan(program);
  }

  @Test
  void reducesRecompiledAspectOfWovenClass() throws Throwable {
    Program program = traced();
    Program recompiled = program.copy();
    FolderState woven = FolderState.of(program.weave().classes());
    program.replaceClass(recompiled, ASPECT);

    WeaveResult result = program.weaveResult();

    assertThat(result.wovenClasses()).isEmpty();
    FolderState again = FolderState.of(program.classes());
    assertThat(again.contents()).isEqualTo(woven.contents());
    assertThat(again.without("shop/Orders_Spans.class"))
        .isEqualTo(woven.without("shop/Orders_Spans.class"));
    assertCreatesSpan(program);
  }

  private static void assertCreatesSpan(Program program) throws Throwable {
    try (Traces traces = Traces.record()) {
      program.run(ORDERS, "run");

      assertThat(traces.span("Orders.place").getAttributes().get(AttributeKey.stringKey("id")))
          .isEqualTo("o-1");
    }
  }
}
