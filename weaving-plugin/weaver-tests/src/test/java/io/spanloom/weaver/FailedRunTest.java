package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.aspectj.bridge.context.CompilationAndWeavingContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A failed run leaves no state behind, neither in the folder nor in AspectJ. */
final class FailedRunTest {

  private static final String GOOD =
      """
      package shop;
      import io.spanloom.Traced;
      public class Orders {
        @Traced static Object place(boolean now) {
          Base result = now ? new First() : new Second();
          return result;
        }
        public static Object run() { return place(true).getClass().getSimpleName(); }
      }
      class Base {}
      class First extends Base {}
      class Second extends Base {}
      """;

  /** Failures at different stages of a run. */
  enum Fault {
    INVALID_ADVICE(WeaverCode.NOT_WOVEN) {
      @Override
      void corrupt(Program program) {
        program.add(
            List.of(),
            false,
            """
            package shop;
            import io.spanloom.runtime.woven.GeneratedAspect;
            import org.aspectj.lang.annotation.*;
            @Aspect
            @GeneratedAspect(type = "shop.Orders", methods = "place(Z)Ljava/lang/Object;")
            public final class Orders_Spans {
              @Before("execution(") public void beforePlace() {}
            }
            """);
      }
    },
    NO_ASPECT_ANNOTATION(WeaverCode.STALE_ASPECT) {
      @Override
      void corrupt(Program program) {
        program.add(
            List.of(),
            false,
            """
            package shop;
            import io.spanloom.runtime.woven.GeneratedAspect;
            @GeneratedAspect(type = "shop.Orders", methods = "place(Z)Ljava/lang/Object;")
            public final class Orders_Spans {}
            """);
      }
    },
    BROKEN_CLASS(WeaverCode.BROKEN_CLASS) {
      @Override
      void corrupt(Program program) {
        byte[] whole = program.bytes("shop.Base");
        program.write("shop.Base", Arrays.copyOf(whole, whole.length - 1));
      }
    },
    MISSING_TYPE(WeaverCode.MISSING_TYPE) {
      @Override
      void corrupt(Program program) {
        program.delete("shop.First");
      }
    },
    MISSING_ADVICE_CALL(WeaverCode.NOT_WOVEN) {
      @Override
      void corrupt(Program program) {
        program.add(
            List.of(),
            false,
            """
            package shop;
            import io.spanloom.runtime.woven.GeneratedAspect;
            import org.aspectj.lang.annotation.*;
            @Aspect
            @GeneratedAspect(type = "shop.Orders", methods = "place(Z)Ljava/lang/Object;")
            public final class Orders_Spans {
              @Before("execution(* shop.Orders.other(..))") public void beforePlace() {}
            }
            """);
      }
    };

    private final WeaverCode code;

    Fault(WeaverCode code) {
      this.code = code;
    }

    abstract void corrupt(Program program);
  }

  @ParameterizedTest
  @EnumSource
  void failedRunDoesNotAffectOtherFolders(Fault fault) throws Throwable {
    Program first = Program.compile(GOOD);
    Program bad = first.copy();
    fault.corrupt(bad);
    Program second = first.copy();

    assertRuns(first.weave());
    assertThat(FailedWeaving.of(bad).code()).isEqualTo(fault.code);
    assertThat(CompilationAndWeavingContext.getCurrentContext()).isEmpty();
    assertRuns(second.weave());
    assertThat(FolderState.of(second.classes()).contents())
        .isEqualTo(FolderState.of(first.classes()).contents());
  }

  @ParameterizedTest
  @Tag("slow")
  @EnumSource
  void weavesFolderOnceItIsFixed(Fault fault) throws Throwable {
    Program good = Program.compile(GOOD);
    Program program = good.copy();
    fault.corrupt(program);

    FailedWeaving.of(program);
    for (String name : List.of("shop.Orders", "shop.Orders_Spans", "shop.Base", "shop.First")) {
      program.replaceClass(good, name);
    }

    assertRuns(program.weave());
  }

  private static void assertRuns(Program program) throws Throwable {
    try (Traces traces = Traces.record()) {
      assertThat(program.run("shop.Orders", "run")).isEqualTo("First");
      assertThat(traces.names()).containsExactly("Orders.place");
    }
  }
}
