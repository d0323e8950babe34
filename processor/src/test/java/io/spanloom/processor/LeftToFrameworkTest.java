package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code @WithSpan} on methods that a framework or agent traces. */
final class LeftToFrameworkTest {

  private static final String WITH_SPAN =
      """
      package io.opentelemetry.instrumentation.annotations;
      import io.opentelemetry.api.trace.SpanKind;
      public @interface WithSpan {
        String value() default "";
        boolean inheritContext() default true;
        SpanKind kind() default SpanKind.INTERNAL;
      }
      """;

  private static final String MICRONAUT =
      """
      package io.micronaut.tracing.opentelemetry.interceptor;
      public class NewSpanOpenTelemetryTraceInterceptor {}
      """;

  private static final String SINGLE_SOURCE =
      "package io.reactivex.rxjava3.core;\npublic interface SingleSource<T> {}\n";

  private static final String UNI =
      """
      package io.smallrye.mutiny;
      public interface Uni<T> {
        interface Cached<T> extends Uni<T> {}
      }
      """;

  private static final String MONO =
      """
      package reactor.core.publisher;
      public abstract class Mono<T> implements org.reactivestreams.Publisher<T> {}
      """;

  private static final String CONNECTABLE =
      """
      package reactor.core.publisher;
      public abstract class ConnectableFlux<T> extends Flux<T> {}
      abstract class Flux<T> implements org.reactivestreams.Publisher<T> {}
      """;

  private static final String PUBLISHER =
      "package org.reactivestreams;\npublic interface Publisher<T> {}\n";

  private static CompiledSources compile(String result, String annotation, String... others) {
    String orders =
        """
        package shop;
        class Orders {
          %s %s place() { return null; }
          @io.opentelemetry.instrumentation.annotations.WithSpan void pay() {}
        }
        """
            .formatted(annotation, result);
    return CompiledSources.of(
        Stream.concat(
                Stream.of(WITH_SPAN, SINGLE_SOURCE, UNI, PUBLISHER, MONO, CONNECTABLE, orders),
                Stream.of(others))
            .toArray(String[]::new));
  }

  private static final String ON_METHOD = "@io.opentelemetry.instrumentation.annotations.WithSpan";

  private static List<String> notes(CompiledSources compiled) {
    assertThat(compiled.succeeded()).isTrue();
    assertThat(compiled.problems()).isEmpty();
    return compiled.result().notes().stream()
        .filter(note -> note.getMessage(null).startsWith("[SPL027]"))
        .map(LeftToFrameworkTest::text)
        .toList();
  }

  private static String text(Diagnostic<?> note) {
    return note.getLineNumber() + ": " + note.getMessage(null);
  }

  @ParameterizedTest
  @Tag("slow")
  @ValueSource(
      strings = {
        "reactor.core.publisher.ConnectableFlux<java.lang.String>",
        "java.util.concurrent.SubmissionPublisher<java.lang.String>",
        "io.smallrye.mutiny.Uni.Cached<java.lang.String>",
        "io.reactivex.rxjava3.core.SingleSource<java.lang.String>"
      })
  void leavesUnsupportedDeferredResultToFramework(String result) {
    CompiledSources compiled = compile(result, ON_METHOD);

    assertThat(notes(compiled))
        .containsExactly(
            "3: [SPL027] @WithSpan on 'place()' is left to the framework or agent, because it returns "
                + result
                + ", and Spanloom's span would end when the method returns. For a span of Spanloom,"
                + " replace it with @Traced.");
    assertThat(compiled.generated().get("shop/Orders_Spans.java"))
        .contains("void startPay()")
        .doesNotContain("void startPlace()");
  }

  @ParameterizedTest
  @Tag("slow")
  @ValueSource(
      strings = {
        "java.util.concurrent.CompletableFuture<String>",
        "java.util.concurrent.Flow.Publisher<String>",
        "java.util.concurrent.Future<String>",
        "org.reactivestreams.Publisher<String>",
        "reactor.core.publisher.Mono<String>",
        "io.smallrye.mutiny.Uni<String>",
        "String",
        "int[]"
      })
  void tracesSupportedResult(String result) {
    CompiledSources compiled = compile(result, ON_METHOD);

    assertThat(notes(compiled)).isEmpty();
    assertThat(compiled.generated().get("shop/Orders_Spans.java")).contains("void startPlace()");
  }

  @Test
  void tracesDeferredResultWithTraced() {
    CompiledSources compiled =
        compile(
            "io.reactivex.rxjava3.core.SingleSource<String>",
            "@SuppressWarnings(\"SPL068\") @io.spanloom.Traced");

    assertThat(notes(compiled)).isEmpty();
    assertThat(compiled.generated().get("shop/Orders_Spans.java")).contains("void startPlace()");
  }

  @Test
  void leavesWithSpanToMicronaut() {
    CompiledSources compiled = compile("String", "@io.spanloom.Traced", MICRONAUT);

    assertThat(notes(compiled))
        .containsExactly(
            "4: [SPL027] @WithSpan on 'pay()' is left to the framework or agent, because Micronaut's"
                + " processor reads it too, and each call would have two spans. For a span of"
                + " Spanloom, replace it with @Traced.");
    assertThat(compiled.generated().get("shop/Orders_Spans.java"))
        .contains("void startPlace()")
        .doesNotContain("void startPay()");
  }
}
