package io.spanloom.weaver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.support.RandomChoices;
import io.spanloom.support.RandomTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;

/**
 * Random classes behave the same unwoven and woven, and create a span for each traced call. A
 * failure shows the class and the seed.
 *
 * <p>{@code -Dspanloom.random.batch=200} generates more of them per case; {@link RandomTest}
 * describes the seed and the number of cases.
 */
@Tag("slow")
final class RandomProgramsTest {

  private static final AttributeKey<String> STEP = AttributeKey.stringKey("workflow.step.name");

  /** The maximum number of classes per compilation, because starting javac is slow. */
  private static final int BATCH = Integer.getInteger("spanloom.random.batch", 20);

  private static final String CALLS = resource("/random/Calls.java.txt");

  @RandomTest(cases = 6)
  void wovenClassesBehaveLikeUnwoven(RandomChoices random) throws Throwable {
    Map<String, RandomClass> classes = new TreeMap<>();
    random
        .list(1, BATCH, new RandomClasses(random)::next)
        .forEach(made -> classes.put("R" + classes.size(), made));
    List<String> sources = new ArrayList<>(List.of(CALLS));
    classes.forEach((name, made) -> sources.add(made.source(name)));
    Program program = Program.compile(sources.toArray(String[]::new));
    Map<String, String> shapes = ClassShape.ofFolder(program.classes());
    ClassLoader unwoven = program.load();
    Map<String, String> outcomes = new TreeMap<>();
    classes.keySet().forEach(name -> outcomes.put(name, Outcome.of(unwoven, name, "run")));

    ClassLoader woven = program.weave().load();

    assertThat(ClassShape.ofFolder(program.classes())).containsAllEntriesOf(shapes);
    for (Map.Entry<String, RandomClass> entry : classes.entrySet()) {
      String name = entry.getKey();
      try (Traces traces = Traces.record()) {
        assertThat(Outcome.of(woven, name, "run")).isEqualTo(outcomes.get(name));
        assertThat(outcomes.get(name)).startsWith("returned ");
        assertThat(Context.current()).isSameAs(Context.root());
        checkSpans(traces, woven, entry.getValue());
      } catch (AssertionError failure) {
        throw new AssertionError(failure.getMessage() + "\n" + entry.getValue(), failure);
      }
    }
  }

  private static void checkSpans(Traces traces, ClassLoader program, RandomClass random)
      throws Throwable {
    assertThat(traces.started()).allMatch(ReadableSpan::hasEnded);
    assertThat(traces.spans()).hasSameSizeAs(traces.started());
    assertThat(traces.spans()).extracting(SpanData::getSpanId).doesNotHaveDuplicates();
    Map<String, String> paths = new HashMap<>();
    List<String> spans = new ArrayList<>();
    List<String> begun = new ArrayList<>();
    List<String> ended = new ArrayList<>();
    for (ReadableSpan started : traces.started()) {
      SpanData span = started.toSpanData();
      String parent = paths.get(span.getParentSpanId());
      String name = span.getName().substring(span.getName().lastIndexOf('.') + 1);
      String path = parent == null ? name : parent + "/" + name;
      paths.put(span.getSpanId(), path);
      spans.add(path);
      begun.addAll(steps(span, path, "step.start"));
      ended.addAll(steps(span, path, "step.end"));
    }
    assertThat(spans).isEqualTo(Program.call(program, "Calls", "spans"));
    assertThat(sorted(begun)).isEqualTo(sorted((List<?>) Program.call(program, "Calls", "events")));
    if (random.stepsMayEndLate()) {
      assertThat(begun).containsAll(ended);
    } else {
      assertThat(sorted(ended)).isEqualTo(sorted(begun));
    }
  }

  private static List<String> steps(SpanData span, String path, String event) {
    return span.getEvents().stream()
        .filter(candidate -> candidate.getName().equals(event))
        .map(found -> path + "/" + found.getAttributes().get(STEP))
        .toList();
  }

  private static List<String> sorted(List<?> steps) {
    return steps.stream().map(String::valueOf).sorted().toList();
  }

  private static String resource(String name) {
    try (InputStream in = RandomProgramsTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
