package io.spanloom.telemetry.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleSamplerTest {

  private static final IdGenerator IDS = IdGenerator.random();

  @Test
  void firstMatchingRuleDecides() {
    Sampler sampler = sampler("shop.health = 0; shop.* & kind=CLIENT = 0; shop.* = 1; * = 0");

    assertThat(samples(sampler, "shop.health", SpanKind.CLIENT, Attributes.empty())).isFalse();
    assertThat(samples(sampler, "shop.order", SpanKind.CLIENT, Attributes.empty())).isFalse();
    assertThat(samples(sampler, "shop.order", SpanKind.SERVER, Attributes.empty())).isTrue();
    assertThat(samples(sampler, "other", SpanKind.SERVER, Attributes.empty())).isFalse();
  }

  @Test
  void samplesTraceThatNoRuleMatches() {
    Sampler sampler = sampler("/health* = 0");

    assertThat(samples(sampler, "/healthz", SpanKind.SERVER, Attributes.empty())).isFalse();
    assertThat(samples(sampler, "/orders", SpanKind.SERVER, Attributes.empty())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "text=a*, true",
    "text=b, false",
    "number=42, true",
    "number=4*, true",
    "number=5, false",
    "flag=true, true",
    "fraction=1.5, true",
    "list=two, true",
    "list=three, false",
    "numbers=7, true",
    "numbers=8, false",
    "flags=true, true",
    "flags=false, false",
    "fractions=0.5, true",
    "fractions=0.*, true",
    "fractions=2, false",
    "missing=*, false",
    "text=a* & number=42, true",
    "text=a* & number=43, false"
  })
  void matchesAttributesOfAnyType(String conditions, boolean expected) {
    Attributes attributes =
        Attributes.builder()
            .put("text", "abc")
            .put("number", 42)
            .put("flag", true)
            .put("fraction", 1.5)
            .put("list", "one", "two")
            .put("numbers", 6, 7)
            .put("flags", true, true)
            .put("fractions", 0.5, 1.5)
            .build();

    assertThat(samples(sampler(conditions + " = 1; * = 0"), "name", SpanKind.INTERNAL, attributes))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "shop.orders, shop.orders.Service.place, true",
    "shop.orders, shop.orders.Service.Inner.place, true",
    "shop.orders, shop.orders.Service$Inner.place, true",
    "shop.orders, shop.orders.old.Service.place, false",
    "shop.orders.*, shop.orders.Service.place, true",
    "shop.orders.*, shop.orders.old.Service.place, true",
    "shop.orders.*, shop.ordersold.Service.place, false",
    "shop.orders*, shop.ordersold.Service.place, true",
    "*.orders, shop.orders.Service.place, true",
    "shop.orders, shop.orders.service.place, true",
    "shop, shop.Service.place, true",
    "shop.Service, shop.Service.place, false",
    "shop, Service.place, false",
    "shop, place, false",
    "*, Service.place, true"
  })
  void matchesPackageOfMethod(String pattern, String function, boolean expected) {
    Attributes attributes = Attributes.of(AttributeKey.stringKey("code.function.name"), function);

    assertThat(
            samples(
                sampler("package=" + pattern + " = 1; * = 0"),
                "name",
                SpanKind.INTERNAL,
                attributes))
        .isEqualTo(expected);
  }

  @Test
  void spanWithoutMethodHasNoPackage() {
    assertThat(samples(sampler("package=* = 0"), "name", SpanKind.INTERNAL, Attributes.empty()))
        .isTrue();
  }

  @Test
  void ratioSelectsSameTracesInEverySamplerAndHigherRatioIncludesThem() {
    Sampler one = sampler("a = 0.2; * = 0");
    Sampler other = sampler("* = 0.2");
    Sampler higher = sampler("* = 0.5");
    int sampledCount = 0;
    for (int i = 0; i < 10_000; i++) {
      String traceId = IDS.generateTraceId();
      boolean sampled = samples(one, Context.root(), traceId);
      assertThat(samples(other, Context.root(), traceId)).isEqualTo(sampled);
      if (sampled) {
        sampledCount++;
        assertThat(samples(higher, Context.root(), traceId)).isTrue();
      }
    }
    assertThat(sampledCount).isBetween(1_700, 2_300);
  }

  @Test
  void rateLimitsTracesThatRatioSelects() {
    ManualClock clock = new ManualClock();
    Sampler sampler = new RuleSampler(SamplingRules.parse("a = 0.5, 10/s; b = 5/s"), clock);
    int sampledCount = 0;
    int tries = 0;
    while (sampledCount < 10) {
      tries++;
      sampledCount += samples(sampler, Context.root(), IDS.generateTraceId()) ? 1 : 0;
    }

    assertThat(tries).isGreaterThan(10);
    for (int i = 0; i < 100; i++) {
      assertThat(samples(sampler, Context.root(), IDS.generateTraceId())).isFalse();
    }
    assertThat(samples(sampler, "b", SpanKind.INTERNAL, Attributes.empty()))
        .as("each rule has its own limit")
        .isTrue();
    clock.advance(1_000);
    boolean again = false;
    for (int i = 0; i < 100; i++) {
      again |= samples(sampler, Context.root(), IDS.generateTraceId());
    }
    assertThat(again).isTrue();
  }

  @Test
  void parentTakesPrecedenceOverRules() {
    Sampler none = SamplingRules.parse("* = 0").sampler();
    Sampler all = SamplingRules.parse("* = 1").sampler();

    for (boolean remote : new boolean[] {true, false}) {
      assertThat(samples(none, parent(TraceFlags.getSampled(), remote), IDS.generateTraceId()))
          .isTrue();
      assertThat(samples(all, parent(TraceFlags.getDefault(), remote), IDS.generateTraceId()))
          .isFalse();
    }
    assertThat(samples(none, Context.root(), IDS.generateTraceId())).isFalse();
  }

  @Test
  void descriptionContainsRulesAndParentBehavior() {
    assertThat(SamplingRules.parse("a=0;*=0.1").sampler().getDescription())
        .startsWith("ParentBased{root:RuleSampler{a = 0; * = 0.1},")
        .contains("remoteParentNotSampled:AlwaysOffSampler")
        .contains("localParentNotSampled:AlwaysOffSampler");
  }

  private static Sampler sampler(String rules) {
    return new RuleSampler(SamplingRules.parse(rules), new ManualClock());
  }

  private static Context parent(TraceFlags flags, boolean remote) {
    String traceId = IDS.generateTraceId();
    String spanId = IDS.generateSpanId();
    SpanContext parent =
        remote
            ? SpanContext.createFromRemoteParent(traceId, spanId, flags, TraceState.getDefault())
            : SpanContext.create(traceId, spanId, flags, TraceState.getDefault());
    return Context.root().with(Span.wrap(parent));
  }

  private static boolean samples(Sampler sampler, Context parent, String traceId) {
    return sampler
        .shouldSample(parent, traceId, "a", SpanKind.INTERNAL, Attributes.empty(), List.of())
        .getDecision()
        .equals(SamplingDecision.RECORD_AND_SAMPLE);
  }

  private static boolean samples(
      Sampler sampler, String name, SpanKind kind, Attributes attributes) {
    return sampler
        .shouldSample(Context.root(), IDS.generateTraceId(), name, kind, attributes, List.of())
        .getDecision()
        .equals(SamplingDecision.RECORD_AND_SAMPLE);
  }
}
