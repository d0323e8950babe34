package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The processor's option that excludes methods. */
final class ExclusionsTest {

  private static final String SOURCE =
      """
      package shop;
      import io.spanloom.Traced;
      public class Orders {
        @Traced public static String place() { return find(); }
        @Traced public static String find() { return Nested.count() + ""; }
        static class Nested { @Traced static int count() { return 1; } }
        public static Object run() { return place(); }
      }
      """;

  @Test
  void excludedMethodCreatesNoSpan() {
    assertThat(tree("shop.Orders.find")).isEqualTo("Orders.place\n  Nested.count\n");
  }

  @Test
  void excludedClassCreatesNoSpan() {
    assertThat(tree(" shop.Orders.Nested , other")).isEqualTo("Orders.place\n  Orders.find\n");
  }

  @Test
  void doesNotExcludeByPrefix() {
    assertThat(tree("shop.Order,sho")).isEqualTo("Orders.place\n  Orders.find\n    Nested.count\n");
  }

  @Test
  void excludedPackageIsUntouched() {
    Program program = Program.compile(List.of("-Aspanloom.exclude=shop"), SOURCE);
    byte[] before = program.bytes("shop.Orders");

    WeaveResult result = program.weaveResult();

    assertThat(result.wovenClasses()).isEmpty();
    assertThat(result.warnings()).isEmpty();
    assertThat(program.bytes("shop.Orders")).isEqualTo(before);
  }

  /** A framework that reads the annotation at run time still finds it. */
  @Test
  void keepsWithSpanThatIsLeftToFramework() throws Throwable {
    Program program =
        Program.compile(
            """
            package io.opentelemetry.instrumentation.annotations;
            import io.opentelemetry.api.trace.SpanKind;
            import java.lang.annotation.Retention;
            import java.lang.annotation.RetentionPolicy;
            @Retention(RetentionPolicy.RUNTIME)
            public @interface WithSpan {
              String value() default "";
              boolean inheritContext() default true;
              SpanKind kind() default SpanKind.INTERNAL;
            }
            """,
            """
            package shop;
            import io.opentelemetry.instrumentation.annotations.WithSpan;
            import java.util.concurrent.SubmissionPublisher;
            public class Orders {
              @WithSpan public static SubmissionPublisher<String> later() { return null; }
              @WithSpan public static String now() { return annotated("later") + annotated("now"); }
              private static String annotated(String method) {
                try {
                  return Orders.class.getMethod(method).getAnnotations().length + method;
                } catch (NoSuchMethodException missing) {
                  return missing.toString();
                }
              }
              public static Object run() { later(); return now(); }
            }
            """);
    WeaveResult result = program.weaveResult();

    assertThat(result.warnings()).isEmpty();
    assertThat(result.wovenMethods()).isEqualTo(1);
    assertThat(program.run("shop.Orders", "run")).isEqualTo("1later0now");
  }

  private static String tree(String option) {
    return ComparedRun.run(
            "shop.Orders", Program.compile(List.of("-Aspanloom.exclude=" + option), SOURCE))
        .tree();
  }
}
