package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Annotated methods that annotation processors do not see. */
final class HiddenMethodTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          class Local { @Traced void place(Order o, int... n) {} }           | Shop$1Local       | place(Order, int[])
          class Local { class Inner { @Traced void place(Order o) {} } }     | Shop$1Local$Inner | place(Order)
          record Local(Order order) { @Traced void place() {} }              | Shop$1Local       | place()
          new Object() { @Traced void place(Order order) {} }.hashCode();    | Shop$1            | place(Order)
          new Object() { class Inner { @Traced void place() {} } };          | Shop$1$Inner      | place()
          class Local { @Traced Local(java.util.Map.Entry<Order, ?> e) {} }  | Shop$1Local       | Local(Entry)
          """)
  void reportsMethodOfLocalOrAnonymousClass(String body, String className, String method)
      throws Throwable {
    Program program =
        Program.compile(
            """
            package shop;
            import io.spanloom.Traced;
            public class Shop { static void run() { %s } }
            """
                .formatted(body.endsWith("};") ? "Object o = " + body : body),
            "package shop;\npublic class Order {}\n");

    assertThat(FailedWeaving.of(program).toString())
        .startsWith("[SPL201] Method " + method + " of shop." + className + " cannot be traced,");
  }

  @Test
  void reportsMethodInBodyOfEnumConstant() throws Throwable {
    Program program =
        Program.compile(
            """
            package shop;
            import io.spanloom.Traced;
            public enum Payment {
              CARD { @Traced @Override void pay(long cents) {} };
              abstract void pay(long cents);
            }
            """);

    assertThat(FailedWeaving.of(program).toString())
        .isEqualTo(
            "[SPL201] Method pay(long) of shop.Payment$1 cannot be traced, because annotation"
                + " processors do not see local and anonymous classes; move it to a named class, or"
                + " call Spans.withSpan in its body.");
  }

  @Test
  void reportsEachHiddenMethod() throws Throwable {
    Program program =
        Program.compile(
            """
            package shop;
            import io.spanloom.Traced;
            public class Shop {
              Object first = new Object() { @Traced void a() {} @Traced void b() {} };
              static Object second = new Object() { @Traced void c() {} };
            }
            """);

    assertThat(FailedWeaving.allOf(program.classes(), Program.classPath()))
        .extracting(problem -> problem.message().substring(0, 26))
        .containsExactly(
            "Method a() of shop.Shop$1 ",
            "Method b() of shop.Shop$1 ",
            "Method c() of shop.Shop$2 ");
  }

  @Test
  void doesNotReportNestedClass() {
    Program program =
        Program.compile(
            """
            package shop;
            import io.spanloom.Traced;
            public class Shop {
              Object anonymous = new Object() {};
              static class Desk { class Drawer { @Traced void open() { Runnable r = () -> {}; } } }
            }
            """);

    assertThat(program.weaveResult().wovenClasses()).isEqualTo(List.of("shop.Shop$Desk$Drawer"));
  }
}
