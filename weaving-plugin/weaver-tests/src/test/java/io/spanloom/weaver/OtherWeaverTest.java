package io.spanloom.weaver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aspectj.bridge.IMessageHandler;
import org.aspectj.weaver.bcel.BcelWeaver;
import org.aspectj.weaver.bcel.BcelWorld;
import org.aspectj.weaver.bcel.UnwovenClassFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that another AspectJ weaver weaves before or after Spanloom. */
@Tag("slow")
final class OtherWeaverTest {

  private static final String ORDERS =
      """
      package shop;
      import io.spanloom.Traced;
      public class Orders {
        @Traced static String place(String id) { return "placed " + id; }
        public static Object run() { return place("o-1") + " " + Audit.calls; }
      }
      """;

  private static final String AUDIT =
      """
      package shop;
      import org.aspectj.lang.annotation.*;
      @Aspect
      public class Audit {
        static int calls;
        @Before("execution(* shop.Orders.place(..))") public void count() { calls++; }
      }
      """;

  /** Weaves the user's aspect like ajc. */
  private static void weaveAudit(Program program, boolean reweavable) throws Exception {
    List<String> classPath = new ArrayList<>();
    classPath.add(Path.of(System.getProperty("java.home"), "lib", "jrt-fs.jar").toString());
    classPath.add(program.classes().toString());
    Program.classPath().forEach(entry -> classPath.add(entry.toString()));
    BcelWorld world = new BcelWorld(classPath, IMessageHandler.THROW, null);
    world.setBehaveInJava5Way(true);
    BcelWeaver weaver = new BcelWeaver(world);
    weaver.setReweavableMode(!reweavable);
    weaver.addLibraryAspect("shop.Audit");
    weaver.prepareForWeave();
    for (String name : List.of("shop.Orders", "shop.Audit")) {
      UnwovenClassFile unwoven =
          new UnwovenClassFile(program.classFile(name).toString(), name, program.bytes(name));
      weaver.addClassFile(unwoven, false);
      weaver.addNormalTypeMungers(name);
      program.write(
          name,
          weaver
              .weaveWithoutDump(unwoven, weaver.getClassType(name))
              .getJavaClassBytesIncludingReweavable(world));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void keepsAdviceOfUserAspect(boolean reweavable) throws Throwable {
    Program program = Program.compile(ORDERS, AUDIT);
    weaveAudit(program, reweavable);
    assertThat(new String(program.bytes("shop.Orders"), ISO_8859_1)).contains("WeaverState");

    assertThat(program.weaveResult().wovenClasses()).containsExactly("shop.Orders");

    try (Traces traces = Traces.record()) {
      assertThat(program.run("shop.Orders", "run")).isEqualTo("placed o-1 1");
      assertThat(traces.names()).containsExactly("Orders.place");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void allowsWeavingByAspectjAfterwards(boolean reweavable) throws Throwable {
    Program program = Program.compile(ORDERS, AUDIT).weave();
    assertThat(new String(program.bytes("shop.Orders"), ISO_8859_1))
        .doesNotContain("org.aspectj.weaver");

    weaveAudit(program, reweavable);

    try (Traces traces = Traces.record()) {
      assertThat(program.run("shop.Orders", "run")).isEqualTo("placed o-1 1");
      assertThat(traces.names()).containsExactly("Orders.place");
    }
    FolderState both = FolderState.of(program.classes());
    assertThat(program.weaveResult().unchangedClasses()).isEqualTo(1);
    assertThat(FolderState.of(program.classes())).isEqualTo(both);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void keepsTracedUserAspectAnAspect(boolean reweavable) throws Throwable {
    Program program =
        Program.compile(
            ORDERS,
            AUDIT.replace(
                "calls++; }",
                "note(); } @io.spanloom.Traced private static void note() { calls++; }"));
    weaveAudit(program, reweavable);

    program.weave();

    try (Traces traces = Traces.record()) {
      assertThat(program.run("shop.Orders", "run")).isEqualTo("placed o-1 1");
      assertThat(traces.names()).containsExactly("Audit.note", "Orders.place");
    }
  }
}
