package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Local and anonymous classes that implement traced interface methods. */
final class HiddenImplementationsTest {

  private static final String STEP =
      "package shop;\nimport io.spanloom.*;\ninterface Step { @Traced void run(); }\n";

  @Test
  void warnsAboutAnonymousAndLocalClassesAndEnumConstants() {
    Program program =
        Program.compile(
            STEP,
            """
            package shop;
            enum Steps implements Step { PACK { @Override public void run() {} } }
            """,
            """
            package shop;
            class Main {
              Step anonymous = new Step() { @Override public void run() {} };
              void local() { class Local implements Step { @Override public void run() {} } }
            }
            """);

    assertThat(program.weaveResult().warnings())
        .extracting(Problem::toString)
        .containsExactly(
            warning("shop.Main$1"), warning("shop.Main$1Local"), warning("shop.Steps$1"));
  }

  private static String warning(String type) {
    return "[SPL218] Method run of "
        + type
        + " implements a traced method of shop.Step but is not traced, because annotation processors"
        + " do not see local and anonymous classes; move it to a named class, call Spans.withSpan in"
        + " its body, or add @NotTraced to it.";
  }

  @Test
  void warnsAboutEachWayToInheritTheAnnotation() {
    Program program =
        Program.compile(
            """
            package shop;
            import io.spanloom.*;
            class Main {
              @Traced interface Typed { void run(); }
              @Traced @interface Own {}
              interface Composed { @Own void run(); }
              interface Generic<T> { @Traced void accept(T value); }
              interface Sub extends Typed {}
              static class Base implements Sub { @Override public void run() { hashCode(); } }

              Object typed = new Typed() { @Override public void run() {} };
              Object composed = new Composed() { @Override public void run() {} };
              Object generic = new Generic<String>() { @Override public void accept(String s) {} };
              Object sub = new Sub() { @Override public void run() {} };
              Object base = new Base() { @Override public void run() {} };
            }
            """);

    assertThat(program.weaveResult().warnings())
        .extracting(Problem::className)
        .containsExactly("shop.Main$1", "shop.Main$2", "shop.Main$3", "shop.Main$4", "shop.Main$5");
  }

  @Test
  void doesNotWarnWithoutTracedImplementation() {
    Program program =
        Program.compile(
            STEP,
            """
            package shop;
            import io.spanloom.*;
            class Main {
              interface Other { void run(); }
              @Traced interface Some { @NotTraced void run(); void stop(); }
              Object other = new Other() { @Override public void run() {} };
              Object excluded = new Some() { public void run() {} @NotTraced public void stop() {} };
              Object inherited = new Base() {};
              static class Base implements Step { @Override public void run() {} }
              Step lambda = () -> {};
            }
            """);

    assertThat(program.weaveResult().warnings()).isEmpty();
  }

  /** Such as a class of another tool, or of a newer JDK, beside the traced classes. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ignoresAnonymousClassThatCannotBeParsed(boolean truncated) {
    Program program =
        Program.compile(
            STEP,
            "package shop;\nclass Packing implements Step { public void run() { hashCode(); } }\n",
            "package shop;\nclass Main { Runnable other = new Runnable() { public void run() {} }; }\n");
    byte[] other = program.bytes("shop.Main$1");
    if (truncated) {
      other = Arrays.copyOf(other, other.length / 2);
    } else {
      other[7] = 99; // the version
    }
    program.write("shop.Main$1", other);

    WeaveResult result = program.weaveResult();

    assertThat(result.wovenClasses()).containsExactly("shop.Packing");
    assertThat(result.warnings()).isEmpty();
  }
}
