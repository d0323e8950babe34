package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.context.Context;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SuppressedLogs.class)
final class LazyResultsTest {

  private static final String SOURCE =
      """
      import io.spanloom.Traced;
      import java.io.*;
      import java.util.*;
      public class Lazy {
        @Traced(value = "lazy", lazyResult = true) static Iterator<String> iterator(Iterator<String> in) { return in; }
        @Traced(value = "lazy", lazyResult = true) static Iterable<String> iterable(Iterable<String> in) { return in; }
        @Traced(value = "lazy", lazyResult = true) static AutoCloseable autoCloseable(AutoCloseable in) { return in; }
        @Traced(value = "lazy", lazyResult = true) static Closeable closeable(Closeable in) { return in; }
        @Traced("eager") static Iterator<String> eager(Iterator<String> in) { return in; }
        @Traced("load") static String load(String value) { return value; }
      }
      """;

  private static final ClassLoader PROGRAM = Program.compile(SOURCE).weave().load();
  private static final String NOT_ENDED = "lazy NOT ENDED\n";
  private static final String ENDED = "lazy\n";

  private final Traces traces = Traces.record();

  @AfterEach
  void close() {
    assertThat(Context.current()).isSameAs(Context.root());
    traces.close();
  }

  private static Object call(String method, Object argument) throws Throwable {
    return Program.invoke(PROGRAM, "Lazy", method, argument);
  }

  @SuppressWarnings("unchecked") // the program returns iterators of strings
  private static Iterator<String> iterator(String method, Iterator<String> argument)
      throws Throwable {
    return (Iterator<String>) call(method, argument);
  }

  @SuppressWarnings("unchecked") // the program returns iterables of strings
  private static Iterable<String> iterable(Iterable<String> argument) throws Throwable {
    return (Iterable<String>) call("iterable", argument);
  }

  @Test
  void endsSpanWithLastValueOfIterator() throws Throwable {
    Iterator<String> iterator = iterator("iterator", List.of("a").iterator());

    assertThat(iterator.next()).isEqualTo("a");
    assertThat(traces.tree()).isEqualTo(NOT_ENDED);
    assertThat(iterator.hasNext()).isFalse();
    assertThat(traces.tree()).isEqualTo(ENDED);
    assertThat(iterator.hasNext()).isFalse();
  }

  @Test
  void removesThroughIterator() throws Throwable {
    List<String> values = new ArrayList<>(List.of("a", "b"));
    Iterator<String> iterator = iterator("iterator", values.iterator());
    iterator.next();
    iterator.remove();
    iterator.forEachRemaining(value -> {});

    assertThat(values).containsExactly("b");
    assertThat(traces.tree()).isEqualTo(ENDED);
  }

  @Test
  void recordsFailureOfIterator() throws Throwable {
    Iterator<String> iterator = iterator("iterator", List.<String>of().iterator());

    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);

    assertThat(traces.tree())
        .startsWith("lazy ERROR {error.type=java.util.NoSuchElementException}");
  }

  @Test
  void endsSpanOfAbandonedIterator() throws Throwable {
    iterator("iterator", List.of("a", "b").iterator()).next();

    Unreachable.assertEnds(traces.started().get(0));
    assertThat(traces.tree()).isEqualTo(ENDED);
  }

  @Test
  void startsSpanWithEachIteration() throws Throwable {
    Iterable<String> iterable = iterable(List.of("a", "b"));

    assertThat(traces.tree()).isEmpty();
    assertThat(iterable).containsExactly("a", "b");
    int iterations = traces.started().size();
    for (String value : iterable) {
      assertThat(value).isNotNull();
    }
    iterable.forEach(value -> assertThat(value).isNotNull());
    assertThat(StreamSupport.stream(iterable.spliterator(), false).toList()).hasSize(2);

    assertThat(traces.started()).hasSize(iterations + 3);
    assertThat(traces.tree()).doesNotContain("NOT ENDED");
  }

  @Test
  void endsSpanWhenClosed() throws Throwable {
    List<String> closed = new ArrayList<>();
    AutoCloseable autoCloseable =
        (AutoCloseable) call("autoCloseable", (AutoCloseable) () -> closed.add("a"));
    Closeable closeable = (Closeable) call("closeable", (Closeable) () -> closed.add("b"));

    assertThat(traces.tree()).isEqualTo(NOT_ENDED + NOT_ENDED);
    autoCloseable.close();
    closeable.close();
    assertThat(closed).containsExactly("a", "b");
    assertThat(traces.tree()).isEqualTo(ENDED + ENDED);
  }

  @Test
  void recordsFailureToClose() throws Throwable {
    Closeable closeable =
        (Closeable)
            call(
                "closeable",
                (Closeable)
                    () -> {
                      throw new IOException("broken");
                    });

    assertThatThrownBy(closeable::close).isInstanceOf(IOException.class).hasMessage("broken");

    assertThat(traces.tree()).startsWith("lazy ERROR {error.type=java.io.IOException}");
  }

  @Test
  void endsSpanOnReturnByDefault() throws Throwable {
    Iterator<String> source = List.of("a").iterator();

    assertThat(iterator("eager", source)).isSameAs(source);

    assertThat(traces.tree()).isEqualTo("eager\n");
  }
}
