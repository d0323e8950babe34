package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.context.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@ExtendWith(SuppressedLogs.class)
final class MonoTest {

  private static final String SOURCE =
      """
      import io.spanloom.SpanAttribute;
      import io.spanloom.Traced;
      import reactor.core.publisher.Mono;
      public class Monos {
        @Traced("mono") static Mono<String> mono(Object in) {
          if (in instanceof RuntimeException error) throw error;
          if (in == null) return null;
          return ((Mono<?>) in).flatMap(value -> inner(value.toString()));
        }
        @Traced("never") static Mono<String> never() { throw new IllegalStateException("always"); }
        @Traced("inner") @SpanAttribute(value = "out", from = "result")
        static Mono<String> inner(@SpanAttribute("in") String value) { return Mono.just(value); }
        @Traced("outer") static Mono<String> outer(Mono<String> in) { return mono(in).map(String::trim); }
      }
      """;

  private static final ClassLoader PROGRAM = Program.compile(SOURCE).weave().load();

  private final Traces traces = Traces.record();

  @AfterEach
  void close() {
    assertThat(Context.current()).isSameAs(Context.root());
    traces.close();
  }

  @SuppressWarnings("unchecked") // the program returns monos of strings
  private static Mono<String> call(String method, Object argument) throws Throwable {
    return (Mono<String>) Program.invoke(PROGRAM, "Monos", method, argument);
  }

  @Test
  void startsSpanWithEachSubscription() throws Throwable {
    Mono<String> mono = call("mono", Mono.just("a"));

    assertThat(traces.tree()).isEmpty();
    assertThat(mono.block()).isEqualTo("a");
    assertThat(traces.tree()).isEqualTo("mono\n  inner {in=a, out=a}\n");
    assertThat(mono.block()).isEqualTo("a");
    assertThat(traces.tree())
        .isEqualTo("mono\n  inner {in=a, out=a}\nmono\n  inner {in=a, out=a}\n");
  }

  @Test
  void endsSpanWhenMonoCompletes() throws Throwable {
    Sinks.One<String> sink = Sinks.one();

    call("outer", sink.asMono()).subscribe();

    assertThat(traces.tree()).isEqualTo("outer NOT ENDED\n  mono NOT ENDED\n");
    sink.tryEmitValue("done");
    assertThat(traces.tree()).isEqualTo("outer\n  mono\n    inner {in=done, out=done}\n");
  }

  @Test
  void recordsFailureOfTheMethodItself() {
    assertThatThrownBy(() -> call("mono", new IllegalStateException("early")))
        .isInstanceOf(IllegalStateException.class);

    assertThat(traces.tree()).contains("java.lang.IllegalStateException");
  }

  @Test
  void recordsFailureOfMethodThatNeverReturns() {
    assertThatThrownBy(() -> Program.invoke(PROGRAM, "Monos", "never"))
        .isInstanceOf(IllegalStateException.class);

    assertThat(traces.tree()).startsWith("never ERROR");
  }

  @Test
  void acceptsNull() throws Throwable {
    assertThat(call("mono", null)).isNull();

    assertThat(traces.tree()).isEqualTo("mono\n");
  }
}
