package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.aspectj.bridge.context.CompilationAndWeavingContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that fails leaves nothing behind for the next, in the folder or in AspectJ. */
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

  /** Ways to fail, each at another place of the run. */
  enum Fault {
    IN_THE_ASPECT(WeaverCode.NOT_WOVEN) {
      @Override
      void breakIt(Program program) {
        program.add(
            List.of(),
            false,
            """
            package shop;
            import io.spanloom.runtime.woven.WovenInto;
            import org.aspectj.lang.annotation.*;
            @Aspect
            @WovenInto(type = "shop.Orders", methods = "place(Z)Ljava/lang/Object;")
            public final class Orders_Spans {
              @Before("execution(") public void beforePlace() {}
            }
            """);
      }
    },
    IN_AN_ASPECT_THAT_IS_NONE(WeaverCode.NOT_WOVEN) {
      @Override
      void breakIt(Program program) {
        program.add(
            List.of(),
            false,
            """
            package shop;
            import io.spanloom.runtime.woven.WovenInto;
            @WovenInto(type = "shop.Orders", methods = "place(Z)Ljava/lang/Object;")
            public final class Orders_Spans {}
            """);
      }
    },
    IN_THE_CLASS(WeaverCode.BROKEN_CLASS) {
      @Override
      void breakIt(Program program) {
        byte[] whole = program.bytes("shop.Base");
        program.write("shop.Base", Arrays.copyOf(whole, whole.length - 1));
      }
    },
    IN_THE_FRAMES(WeaverCode.MISSING_TYPE) {
      @Override
      void breakIt(Program program) {
        program.delete("shop.First");
      }
    },
    IN_THE_CHECK(WeaverCode.NOT_WOVEN) {
      @Override
      void breakIt(Program program) {
        program.add(
            List.of(),
            false,
            """
            package shop;
            import io.spanloom.runtime.woven.WovenInto;
            import org.aspectj.lang.annotation.*;
            @Aspect
            @WovenInto(type = "shop.Orders", methods = "place(Z)Ljava/lang/Object;")
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

    abstract void breakIt(Program program);
  }

  @ParameterizedTest
  @EnumSource
  void aGoodFolderIsWovenBeforeAndAfterABadOne(Fault fault) throws Throwable {
    Program first = Program.compile(GOOD);
    Program bad = first.copy();
    fault.breakIt(bad);
    Program second = first.copy();

    assertRuns(first.weave());
    assertThat(Refusal.of(bad).code()).isEqualTo(fault.code);
    assertThat(CompilationAndWeavingContext.getCurrentContext()).isEmpty();
    assertRuns(second.weave());
    assertThat(FolderState.of(second.classes()).contents())
        .isEqualTo(FolderState.of(first.classes()).contents());
  }

  @ParameterizedTest
  @EnumSource
  void theSameFolderIsWovenOnceItIsMended(Fault fault) throws Throwable {
    Program good = Program.compile(GOOD);
    Program program = good.copy();
    fault.breakIt(program);

    Refusal.of(program);
    for (String name : List.of("shop.Orders", "shop.Orders_Spans", "shop.Base", "shop.First")) {
      program.take(good, name);
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
