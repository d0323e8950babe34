package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExceptionsTest {

  @Test
  void propagatesExceptionsUnchanged() {
    ComparedRun compared =
        ComparedRun.run(
            "shop.Failing",
            """
            package shop;
            import io.spanloom.Traced;
            import java.io.*;
            import java.util.*;
            public class Failing {
              static final Error FIXED = new AssertionError("made early");
              @Traced static void checked() throws IOException { throw new FileNotFoundException("gone"); }
              @Traced static void unchecked() { Object[] none = {}; none[0] = ""; }
              @Traced static void error() { throw FIXED; }
              @Traced static <E extends Throwable> void sneaky(Throwable e) throws E {
                @SuppressWarnings("unchecked") E as = (E) e;
                throw as;
              }
              @Traced static void withCause() {
                try { checked(); } catch (IOException e) { throw new UncheckedIOException("wrapped", e); }
              }
              @Traced static void suppressing() throws Exception {
                class Resource implements AutoCloseable {
                  public void close() throws IOException { throw new IOException("close"); }
                }
                try (Resource first = new Resource(); Resource second = new Resource()) {
                  throw new IllegalStateException("body");
                }
              }
              @Traced static void messageless() { throw new NullPointerException(); }
              interface Body { void run() throws Throwable; }
              public static Object run() {
                List<Object> log = new ArrayList<>();
                List<Body> bodies = List.of(Failing::checked, Failing::unchecked, Failing::error,
                    () -> sneaky(new InterruptedException("sneaky")), Failing::withCause,
                    Failing::suppressing, Failing::messageless);
                for (Body body : bodies) {
                  try { body.run(); log.add("returned"); } catch (Throwable e) { log.add(e); }
                }
                log.add(log.contains(FIXED));
                return log;
              }
            }
            """);

    assertThat(compared.outcome())
        .contains("shop.Failing.checked(Failing.java:")
        .contains("suppressed java.io.IOException: close")
        .endsWith("true]");
    assertThat(compared.tree())
        .isEqualTo(
            """
            Failing.checked ERROR {error.type=java.io.FileNotFoundException}\
             [exception {exception.message=gone, exception.type=java.io.FileNotFoundException}]
            Failing.unchecked ERROR {error.type=java.lang.ArrayIndexOutOfBoundsException}\
             [exception {exception.message=Index 0 out of bounds for length 0,\
             exception.type=java.lang.ArrayIndexOutOfBoundsException}]
            Failing.error ERROR {error.type=java.lang.AssertionError}\
             [exception {exception.message=made early, exception.type=java.lang.AssertionError}]
            Failing.sneaky ERROR {error.type=java.lang.InterruptedException}\
             [exception {exception.message=sneaky, exception.type=java.lang.InterruptedException}]
            Failing.withCause ERROR {error.type=java.io.UncheckedIOException}\
             [exception {exception.message=wrapped, exception.type=java.io.UncheckedIOException}]
              Failing.checked ERROR {error.type=java.io.FileNotFoundException}\
             [exception {exception.message=gone, exception.type=java.io.FileNotFoundException}]
            Failing.suppressing ERROR {error.type=java.lang.IllegalStateException}\
             [exception {exception.message=body, exception.type=java.lang.IllegalStateException}]
            Failing.messageless ERROR {error.type=java.lang.NullPointerException}\
             [exception {exception.type=java.lang.NullPointerException}]
            """);
  }

  @Test
  void ignoresExceptionCaughtInBody() {
    ComparedRun compared =
        ComparedRun.run(
            "Catching",
            """
            import io.spanloom.Traced;
            import java.util.*;
            public class Catching {
              @Traced static String outer() {
                try { return inner(); } catch (IllegalStateException e) { return "caught " + e.getMessage(); }
              }
              @Traced static String inner() { throw new IllegalStateException("inner"); }
              public static Object run() { return outer(); }
            }
            """);

    assertThat(compared.tree())
        .isEqualTo(
            """
            Catching.outer
              Catching.inner ERROR {error.type=java.lang.IllegalStateException}\
             [exception {exception.message=inner, exception.type=java.lang.IllegalStateException}]
            """);
  }

  @Test
  void recordsExceptionOnEachSpanOfRecursion() {
    ComparedRun compared =
        ComparedRun.run(
            "Descent",
            """
            import io.spanloom.Traced;
            public class Descent {
              @Traced static int down(int n) { return n == 0 ? 1 / n : down(n - 1) + 1; }
              public static Object run() { return down(2); }
            }
            """);

    assertThat(compared.outcome())
        .startsWith("threw java.lang.ArithmeticException: / by zero\n\tat Desc");
    String line =
        "Descent.down ERROR {error.type=java.lang.ArithmeticException} [exception"
            + " {exception.message=/ by zero, exception.type=java.lang.ArithmeticException}]\n";
    assertThat(compared.tree()).isEqualTo(line + "  " + line + "    " + line);
  }

  @Test
  void recordsOnlyTypeOfVirtualMachineError() {
    ComparedRun compared =
        ComparedRun.run(
            "Exhausted",
            """
            import io.spanloom.Traced;
            public class Exhausted {
              @Traced static void outOfMemory() { throw new OutOfMemoryError("made by the program"); }
              public static Object run() { outOfMemory(); return null; }
            }
            """);

    assertThat(compared.outcome())
        .startsWith("threw java.lang.OutOfMemoryError: made by the program");
    assertThat(compared.tree())
        .isEqualTo(
            "Exhausted.outOfMemory ERROR {error.type=java.lang.OutOfMemoryError} [exception"
                + " {exception.type=java.lang.OutOfMemoryError}]\n");
  }
}
