package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;

/** The advice declares its parameter as Enum, which must not restrict the pointcut. */
final class WovenEnumAttributeTest {

  @Test
  void recordsEnumNameAndOmitsNull() throws Throwable {
    Program program =
        Program.compile(
            """
            package shop;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            public class Orders {
              enum Status { OPEN, SHUT { } }
              private enum Mine { A }
              @Traced static void own(@SpanAttribute("key") Status status) { }
              @Traced static void hidden(@SpanAttribute("key") Mine mine) { }
              @Traced static <E extends Enum<E>> void any(@SpanAttribute("key") E any) { }
              @Traced static <S extends Status> void bound(@SpanAttribute("key") S bound) { }
              public static Object run() {
                own(Status.SHUT);
                hidden(Mine.A);
                any(Status.OPEN);
                bound(Status.OPEN);
                return null;
              }
              public static Object runWithNull() {
                own(null);
                hidden(null);
                any(null);
                bound(null);
                return null;
              }
            }
            """);
    program.weave();

    try (Traces traces = Traces.record()) {
      program.run("shop.Orders", "run");

      assertThat(traces.spans())
          .extracting(WovenEnumAttributeTest::key)
          .containsExactly("SHUT", "A", "OPEN", "OPEN");
    }
    try (Traces traces = Traces.record()) {
      program.run("shop.Orders", "runWithNull");

      assertThat(traces.spans())
          .extracting(WovenEnumAttributeTest::key)
          .containsExactly(null, null, null, null);
    }
  }

  private static String key(SpanData span) {
    return span.getAttributes().get(AttributeKey.stringKey("key"));
  }
}
