package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MethodKindsTest {

  @Test
  void weavesMethodsWithAllModifiers() {
    ComparedRun compared =
        ComparedRun.run(
            "shop.Modifiers",
            """
            package shop;
            import io.spanloom.Traced;
            import java.util.*;
            public class Modifiers {
              private final List<Object> log = new ArrayList<>();
              @Traced public int aPublic() { log.add("public"); return 1; }
              @Traced protected int aProtected() { log.add("protected"); return 2; }
              @Traced int ofThePackage() { log.add("package"); return 3; }
              @Traced private int aPrivate() { log.add("private"); return 4; }
              @Traced static int aStatic() { return 5; }
              @Traced private static int aPrivateStatic() { return 6; }
              @Traced final int aFinal() { return 7; }
              @Traced public static final synchronized int aSynchronizedStatic() {
                return Thread.holdsLock(Modifiers.class) ? 8 : -8;
              }
              @Traced synchronized int aSynchronized() { return Thread.holdsLock(this) ? 9 : -9; }
              @SuppressWarnings("strictfp") @Traced strictfp double aStrictfp() { return 0.1 + 0.2; }
              public static Object run() {
                Modifiers m = new Modifiers();
                return Arrays.asList(m.aPublic(), m.aProtected(), m.ofThePackage(), m.aPrivate(),
                    aStatic(), aPrivateStatic(), m.aFinal(), aSynchronizedStatic(),
                    m.aSynchronized(), m.aStrictfp(), m.log,
                    Thread.holdsLock(m), Thread.holdsLock(Modifiers.class));
              }
            }
            """);

    assertThat(compared.outcome())
        .contains("[1, 2, 3, 4, 5, 6, 7, 8, 9, 0.30000000000000004,")
        .endsWith("false, false]");
    assertThat(compared.tree())
        .isEqualTo(
            """
            Modifiers.aPublic
            Modifiers.aProtected
            Modifiers.ofThePackage
            Modifiers.aPrivate
            Modifiers.aStatic
            Modifiers.aPrivateStatic
            Modifiers.aFinal
            Modifiers.aSynchronizedStatic
            Modifiers.aSynchronized
            Modifiers.aStrictfp
            """);
    assertThat(compared.functions()).contains("shop.Modifiers.aPublic", "shop.Modifiers.aStatic");
  }

  @Test
  void releasesMonitorWhenSynchronizedMethodThrows() {
    ComparedRun compared =
        ComparedRun.run(
            "Monitors",
            """
            import io.spanloom.Traced;
            import java.util.*;
            public class Monitors {
              @Traced synchronized void ofTheInstance() { throw new IllegalStateException("held"); }
              @Traced static synchronized void ofTheClass() { throw new IllegalStateException("held"); }
              @Traced void nested(Object a, Object b) {
                synchronized (a) {
                  synchronized (b) { throw new IllegalStateException("both"); }
                }
              }
              public static Object run() {
                Monitors m = new Monitors();
                Object a = new Object();
                Object b = new Object();
                List<Object> log = new ArrayList<>();
                try { m.ofTheInstance(); } catch (IllegalStateException e) { log.add(e); }
                try { ofTheClass(); } catch (IllegalStateException e) { log.add(e); }
                try { m.nested(a, b); } catch (IllegalStateException e) { log.add(e); }
                for (Object o : List.of(m, Monitors.class, a, b)) { log.add(Thread.holdsLock(o)); }
                return log;
              }
            }
            """);

    assertThat(compared.outcome()).endsWith(", false, false, false, false]");
    assertThat(compared.spans()).hasSize(3);
  }

  @Test
  void tracesEachOverload() {
    ComparedRun compared =
        ComparedRun.run(
            "shop.Overloads",
            """
            package shop;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.*;
            public class Overloads {
              @Traced static String f() { return ""; }
              @Traced("of int") static String f(int a) { return "I"; }
              @Traced("of long") static String f(@SpanAttribute long a) { return "J"; }
              @Traced("of Integer") static String f(Integer a) { return "Integer"; }
              static String f(Object a) { return "Object, which is not traced"; }
              @Traced("of String, int") static String f(String a, int b) { return "String, int"; }
              @Traced("of int, String") static String f(int a, String b) { return "int, String"; }
              @Traced("of ints") static String f(int[] a) { return "ints"; }
              @Traced("of variable Strings") static String f(String... a) { return "S" + a.length; }
              public static Object run() {
                return List.of(f(), f(1), f(2L), f(Integer.valueOf(3)), f(new Object()), f("a", 1),
                    f(1, "a"), f(new int[1]), f("a", "b"), f("a", "b", "c"));
              }
            }
            """);

    assertThat(compared.tree())
        .isEqualTo(
            """
            Overloads.f
            of int
            of long {a=2}
            of Integer
            of String, int
            of int, String
            of ints
            of variable Strings
            of variable Strings
            """);
  }

  @Test
  void nestedCallsAreChildSpans() {
    ComparedRun compared =
        ComparedRun.run(
            "Nesting",
            """
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            import java.util.*;
            public class Nesting {
              @Traced int factorial(@SpanAttribute int n) { return n <= 1 ? 1 : n * factorial(n - 1); }
              @Traced boolean even(@SpanAttribute int n) { return n == 0 || odd(n - 1); }
              @Traced boolean odd(@SpanAttribute int n) { return n != 0 && even(n - 1); }
              @Traced int self() { return this.helper() + helper() + other(); }
              @Traced private int helper() { return 1; }
              int other() { return helper(); }
              public static Object run() {
                Nesting n = new Nesting();
                return List.of(n.factorial(3), n.even(3), n.self());
              }
            }
            """);

    assertThat(compared.outcome()).isEqualTo("returned [6, false, 3]");
    assertThat(compared.tree())
        .isEqualTo(
            """
            Nesting.factorial {n=3}
              Nesting.factorial {n=2}
                Nesting.factorial {n=1}
            Nesting.even {n=3}
              Nesting.odd {n=2}
                Nesting.even {n=1}
                  Nesting.odd {n=0}
            Nesting.self
              Nesting.helper
              Nesting.helper
              Nesting.helper
            """);
  }

  @Test
  void weavesMainMethod() {
    ComparedRun compared =
        ComparedRun.run(
            "Application",
            """
            import io.spanloom.Traced;
            public class Application {
              static int arguments;
              @Traced public static void main(String... args) { arguments = args.length; }
              public static Object run() {
                main("a", "b");
                return arguments;
              }
            }
            """);

    assertThat(compared.outcome()).isEqualTo("returned 2");
    assertThat(compared.tree()).isEqualTo("Application.main\n");
    assertThat(compared.functions()).containsExactly("Application.main");
  }
}
