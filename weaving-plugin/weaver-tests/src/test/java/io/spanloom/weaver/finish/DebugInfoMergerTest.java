package io.spanloom.weaver.finish;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.weaver.Program;
import io.spanloom.weaver.Traces;
import org.junit.jupiter.api.Test;

final class DebugInfoMergerTest {

  @Test
  void tracedMethodCreatesSpan() throws Throwable {
    Program program =
        Program.compile(
            """
            package shop;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            public class Orders {
              @Traced static String place(@SpanAttribute("order.id") String id) { return "placed " + id; }
              public static Object run() { return place("o-1"); }
            }
            """);
    Object unwoven = program.run("shop.Orders", "run");

    try (Traces traces = Traces.record()) {
      assertThat(program.weave().run("shop.Orders", "run")).isEqualTo(unwoven);

      assertThat(traces.names()).containsExactly("Orders.place");
      assertThat(
              traces.span("Orders.place").getAttributes().get(AttributeKey.stringKey("order.id")))
          .isEqualTo("o-1");
    }
  }
}
