package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.ClassPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.aspectj.bridge.IMessage;
import org.aspectj.bridge.MessageHandler;
import org.aspectj.tools.ajc.Main;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AspectJ's compiler, with classes and aspects of Spanloom on its inpath. */
@Tag("slow")
final class AjcTest {

  private static final String ORDERS =
      """
      package shop;
      import io.spanloom.*;
      public class Orders {
        @Traced static String place(@SpanAttribute("id") String id) { return "placed " + id; }
        public static Object run() { return place("o-1"); }
      }
      """;

  @TempDir private Path folder;

  @Test
  void doesNotWeaveWovenClassesAgain() throws Throwable {
    Program woven = Program.compile(ORDERS).weave();
    Program byAjc = ajc(woven);

    assertRecordsOneSpan(byAjc);
    assertThat(byAjc.weaveResult().unchangedClasses()).isEqualTo(1);
    assertRecordsOneSpan(byAjc);
  }

  @Test
  void weavesUnwovenClasses() throws Throwable {
    Program byAjc = ajc(Program.compile(ORDERS));

    assertRecordsOneSpan(byAjc);
    assertThat(FailedWeaving.of(byAjc).code()).isEqualTo(WeaverCode.WOVEN_WITH_OTHER_ASPECT);
    assertRecordsOneSpan(byAjc);
  }

  private static void assertRecordsOneSpan(Program program) throws Throwable {
    try (Traces traces = Traces.record()) {
      assertThat(program.run("shop.Orders", "run")).isEqualTo("placed o-1");
      assertThat(traces.names()).containsExactly("Orders.place");
    }
  }

  /** Runs ajc on the classes of a program, and returns its output. */
  private Program ajc(Program program) throws Exception {
    Path output = Files.createDirectories(folder.resolve("ajc"));
    MessageHandler messages = new MessageHandler();
    new Main()
        .run(
            new String[] {
              "-inpath", program.classes().toString(),
              "-classpath", ClassPath.join(Program.classPath()),
              "-d", output.toString(),
              "-17"
            },
            messages);
    IMessage[] errors = messages.getMessages(IMessage.ERROR, true);
    assertThat(List.of(errors)).as(Arrays.toString(errors)).isEmpty();
    return Program.in(output);
  }
}
