package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.context.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SuppressedLogs.class)
final class StreamsTest {

  private static final String SOURCE =
      """
      import io.spanloom.Traced;
      import java.util.stream.*;
      public class Streams {
        @Traced("stream") static Stream<String> values(Stream<String> in) { return in == null ? null : in.map(Streams::load); }
        @Traced("stream") static Stream<String> plain(Stream<String> in) { return in; }
        @Traced("stream") static IntStream ints(IntStream in) { return in.map(value -> value + 1); }
        @Traced("stream") static LongStream longs(LongStream in) { return in.map(value -> value + 1); }
        @Traced("stream") static DoubleStream doubles(DoubleStream in) { return in.map(value -> value + 1); }
        @Traced("load") static String load(String value) { return value.toUpperCase(); }
      }
      """;

  private static final ClassLoader PROGRAM = Program.compile(SOURCE).weave().load();

  private final Traces traces = Traces.record();

  @AfterEach
  void close() {
    assertThat(Context.current()).isSameAs(Context.root());
    traces.close();
  }

  private static Object call(String method, Object stream) throws Throwable {
    return Program.invoke(PROGRAM, "Streams", method, stream);
  }

  @SuppressWarnings("unchecked") // the program returns streams of strings
  private static Stream<String> strings(String method, Stream<String> stream) throws Throwable {
    return (Stream<String>) call(method, stream);
  }

  @Test
  void endsSpanWithLastValue() throws Throwable {
    Stream<String> stream = strings("values", Stream.of("a", "b"));

    assertThat(traces.tree()).isEqualTo("stream NOT ENDED\n");
    assertThat(stream.toList()).containsExactly("A", "B");
    assertThat(traces.tree()).isEqualTo("stream\n  load\n  load\n");
  }

  @Test
  void endsSpanOfPrimitiveStream() throws Throwable {
    assertThat(((IntStream) call("ints", IntStream.of(1, 2))).sum()).isEqualTo(5);
    assertThat(((LongStream) call("longs", LongStream.of(1, 2))).boxed().toList())
        .containsExactly(2L, 3L);
    assertThat(((DoubleStream) call("doubles", DoubleStream.of(1, 2))).iterator())
        .toIterable()
        .containsExactly(2.0, 3.0);

    assertThat(traces.tree()).isEqualTo("stream\nstream\nstream\n");
  }

  @Test
  void endsSpanWhenClosed() throws Throwable {
    AtomicBoolean closed = new AtomicBoolean();
    try (Stream<String> stream =
        strings("values", Stream.of("a", "b").onClose(() -> closed.set(true)))) {
      assertThat(stream.iterator().next()).isEqualTo("A");
      assertThat(traces.tree()).startsWith("stream NOT ENDED\n  load\n");
    }

    assertThat(closed).isTrue();
    assertThat(traces.tree()).startsWith("stream\n  load\n");
  }

  @Test
  void endsSpanWithShortCircuitingOperation() throws Throwable {
    assertThat(strings("values", Stream.of("a", "b")).filter("A"::equals).findFirst())
        .hasValue("A");

    assertThat(traces.tree()).isEqualTo("stream\n  load\n");
  }

  @Test
  void endsSpanWhenAbandoned() throws Throwable {
    assertThat(strings("values", Stream.of("a", "b")).iterator().next()).isEqualTo("A");

    Unreachable.assertEnds(traces.started().get(0));
    assertThat(traces.tree()).startsWith("stream\n  load\n");
  }

  @Test
  void keepsLazinessOfFlatMap() throws Throwable {
    Stream<String> endless = Stream.of("a").flatMap(value -> Stream.generate(() -> value));

    assertThat(strings("plain", endless).limit(3).toList()).containsExactly("a", "a", "a");

    assertThat(traces.tree()).isEqualTo("stream\n");
  }

  @Test
  void keepsOperationsAcrossTypesOfStreams() throws Throwable {
    assertThat(
            strings("plain", Stream.of("b", "a", "a"))
                .distinct()
                .sorted()
                .mapToInt(String::length)
                .asLongStream()
                .mapToObj(Long::toString)
                .mapToDouble(Double::parseDouble)
                .boxed()
                .takeWhile(value -> value > 0)
                .unordered()
                .sequential()
                .collect(Collectors.toList()))
        .containsExactly(1.0, 1.0);
    assertThat(Stream.concat(strings("plain", Stream.of("a")), Stream.of("b")).toList())
        .containsExactly("a", "b");

    assertThat(traces.tree()).isEqualTo("stream\nstream\n");
  }

  @Test
  void recordsFailure() throws Throwable {
    Stream<String> stream = strings("values", Stream.of("a", (String) null));

    assertThatThrownBy(stream::toList).isInstanceOf(NullPointerException.class);

    assertThat(traces.tree())
        .startsWith("stream ERROR {error.type=java.lang.NullPointerException}");
  }

  @Test
  void endsSpanOfParallelStreamOnce() throws Throwable {
    String[] values = new String[1000];
    Arrays.fill(values, "a");

    try (Stream<String> unused = strings("values", Arrays.stream(values).parallel())) {
      assertThat(unused.isParallel()).isTrue();
    }
    assertThat(strings("plain", Arrays.stream(values).parallel()).filter("a"::equals).count())
        .isEqualTo(1000);

    assertThat(traces.tree()).isEqualTo("stream\nstream\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {Spliterator.SIZED, Spliterator.SUBSIZED, Spliterator.ORDERED})
  void keepsCharacteristics(int characteristic) throws Throwable {
    assertThat(strings("plain", List.of("a", "b").stream()).spliterator())
        .matches(spliterator -> spliterator.hasCharacteristics(characteristic))
        .matches(spliterator -> spliterator.getExactSizeIfKnown() == 2);
  }

  @Test
  void doesNotTraverseToCount() throws Throwable {
    AtomicBoolean traversed = new AtomicBoolean();

    long count = strings("plain", List.of("a").stream().peek(value -> traversed.set(true))).count();

    assertThat(count).isOne();
    assertThat(traversed).isFalse();
  }

  @Test
  void acceptsNull() throws Throwable {
    assertThat(call("values", null)).isNull();

    assertThat(traces.tree()).isEqualTo("stream\n");
  }
}
