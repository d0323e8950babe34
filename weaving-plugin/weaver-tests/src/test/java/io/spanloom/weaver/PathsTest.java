package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.spanloom.support.TestSampler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attributes with paths in a woven program. */
final class PathsTest {

  private static final String SHOP =
      """
      import io.spanloom.*;
      import java.net.URI;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      public class Shop {
        static int asked;
        String region = "eu";
        final Order order;
        enum Status { OPEN { }, CLOSED }
        record Address(String city, int number, Status status) {}
        static class Customer {
          Address address = new Address("Bonn", 5, Status.OPEN);
          Optional<String> nickname = Optional.of("Bo");
          Address address() { asked++; return address; }
          String broken() { throw new IllegalStateException("broken"); }
        }
        record Order(UUID id, Customer customer, List<String> tags) {}
        static class Box<T> { T content; Box(T content) { this.content = content; } }
        record Receipt(long number) {}

        @Traced
        @SpanAttribute(value = "made.city", from = "this.order.customer().address().city")
        Shop(Order order) { this.order = order; }

        @Traced
        @SpanAttribute(value = "city", from = "order.customer().address().city")
        @SpanAttribute(value = "house", from = "order.customer().address().number")
        @SpanAttribute(value = "status", from = "order.customer().address().status")
        @SpanAttribute(value = "nickname", from = "order.customer().nickname")
        @SpanAttribute(value = "broken", from = "order.customer().broken()")
        @SpanAttribute(value = "tags", from = "order.tags")
        @SpanAttribute(value = "tags.count", from = "order.tags.size()")
        @SpanAttribute(value = "region", from = "this.region")
        @SpanAttribute(value = "receipt", from = "result.number")
        Receipt place(Order order) { return order == null ? null : new Receipt(order.tags().size()); }

        @Traced
        static <T extends Order> void boxed(@SpanAttribute(value = "city", from = "content.content.customer().address().city") Box<Box<T>> box) {}

        @Traced
        @SpanAttribute(value = "receipt", from = "result.number")
        static CompletionStage<Receipt> later(CompletableFuture<Receipt> stage) { return stage; }

        @Traced
        static void values(@SpanAttribute Instant at, @SpanAttribute Duration timeout, @SpanAttribute URI target,
            @SpanAttribute int[] ints, @SpanAttribute List<Status> states, @SpanAttribute OptionalInt some,
            @SpanAttribute OptionalLong none, @SpanAttribute Optional<Status> state, @SpanAttribute String... names) {}

        @Traced
        static void secret(@SpanAttribute(redact = SpanAttribute.Redact.MASK) String iban,
            @SpanAttribute(value = "size", from = "length") byte[] content) {}

        static Order order() { return new Order(new UUID(1, 2), new Customer(), List.of("a", "b")); }

        public static Object run() throws Exception {
          Shop shop = new Shop(order());
          CompletableFuture<Receipt> stage = new CompletableFuture<>();
          List<Object> results = new ArrayList<>(List.of(shop.place(order()).toString(), String.valueOf(shop.place(null))));
          shop.place(new Order(null, null, List.of()));
          boxed(new Box<>(new Box<>(order())));
          boxed(new Box<>(null));
          boxed(null);
          results.add(later(stage) == stage);
          stage.complete(new Receipt(7));
          values(Instant.EPOCH, Duration.ofMillis(1500), URI.create("http://me:pw@host/x"), new int[] {1, 2},
              Arrays.asList(Status.OPEN, null, Status.CLOSED), OptionalInt.of(3), OptionalLong.empty(), Optional.of(Status.OPEN), "x");
          values(null, null, null, null, null, null, null, null, (String[]) null);
          secret("DE02120300000000202051", new byte[4]);
          return results;
        }

        public static int asked() { return asked; }
      }
      """;

  @Test
  void evaluatesPathsAndIgnoresTheirFailures() {
    ComparedRun compared = ComparedRun.run("Shop", SHOP);

    assertThat(compared.outcome()).isEqualTo("returned [Receipt[number=2], null, true]");
    assertThat(compared.tree())
        .isEqualTo(
            """
            Shop.new {made.city=Bonn}
            Shop.place {city=Bonn, house=5, nickname=Bo, receipt=2, region=eu, status=OPEN, tags=[a, b], tags.count=2}
            Shop.place {region=eu}
            Shop.place {receipt=0, region=eu, tags=[], tags.count=0}
            Shop.boxed {city=Bonn}
            Shop.boxed
            Shop.boxed
            Shop.later {receipt=7}
            Shop.values {at=1970-01-01T00:00:00Z, ints=[1, 2], names=[x], some=3, state=OPEN, states=[OPEN, CLOSED], target=http://host/x, timeout=1.5}
            Shop.values
            Shop.secret {iban=***2051, size=4}
            """);
  }

  @Test
  void doesNotEvaluatePathsOfDroppedOrDisabledCall() throws Throwable {
    ClassLoader loader = Program.compile(SHOP).weave().load();
    Program.call(loader, "Shop", "run");
    assertThat(Program.call(loader, "Shop", "asked")).isEqualTo(0);

    Sampler none = Sampler.parentBased(Sampler.alwaysOff());
    try (Traces traces = Traces.record(none, true)) {
      Span dropped = traces.sdk().getTracer("test").spanBuilder("x").startSpan();
      try (Scope scope = dropped.makeCurrent()) {
        assertThat(scope).isNotNull();
        Program.call(loader, "Shop", "run");
      }
      assertThat(Context.current()).isSameAs(Context.root());
    }
    assertThat(Program.call(loader, "Shop", "asked")).isEqualTo(0);
  }

  @Test
  void passesAttributesToSampler() throws Throwable {
    List<Attributes> seen = new ArrayList<>();
    TestSampler looks =
        (parent, traceId, name, kind, attributes, links) -> {
          // The argument changes after the call starts.
          seen.add(Attributes.builder().putAll(attributes).build());
          return SamplingResult.recordAndSample();
        };
    ClassLoader loader = Program.compile(SHOP).weave().load();
    try (Traces traces = Traces.record(looks, false)) {
      Program.call(loader, "Shop", "run");
      assertThat(traces.spans()).hasSize(11);
    }
    assertThat(seen.get(1).get(AttributeKey.stringKey("city"))).isEqualTo("Bonn");
    assertThat(seen.get(1).get(AttributeKey.stringArrayKey("tags"))).containsExactly("a", "b");
    assertThat(seen.get(1).get(AttributeKey.longKey("receipt"))).isNull();
  }
}
