package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;

/**
 * The result of running a program unwoven and woven. The runs must differ only in their spans.
 *
 * @param outcome the outcome of both runs
 * @param tree the spans of the woven run as a tree
 * @param spans the spans of the woven run in start order
 */
record ComparedRun(String outcome, String tree, List<SpanData> spans) {

  private static final AttributeKey<String> FUNCTION = AttributeKey.stringKey("code.function.name");

  /** Compiles sources and calls {@code public static Object run()} of one of their classes. */
  static ComparedRun run(String className, String... sources) {
    Program program = Program.compile(sources);
    ComparedRun result = run(className, program);
    assertThat(FolderState.of(Program.compileAndWeave(sources).classes()).contents())
        .as("classes woven inside javac")
        .isEqualTo(FolderState.of(program.classes()).contents());
    return result;
  }

  /** Calls {@code public static Object run()} of a class, before and after weaving. */
  static ComparedRun run(String className, Program program) {
    try (Traces traces = Traces.record()) {
      String unwoven = Outcome.of(program.load(), className, "run");
      assertThat(traces.started()).as("spans of the unwoven run").isEmpty();
      Map<String, String> before = ClassShape.ofFolder(program.classes());
      Map<String, String> after = ClassShape.ofFolder(program.weave().classes());
      before.forEach((file, shape) -> assertThat(after.get(file)).as(file).isEqualTo(shape));
      String woven = Outcome.of(program.load(), className, "run");
      assertThat(woven).isEqualTo(unwoven);
      assertThat(Context.current()).isSameAs(Context.root());
      assertThat(traces.started()).isNotEmpty().allMatch(ReadableSpan::hasEnded);
      return new ComparedRun(
          woven, traces.tree(), traces.started().stream().map(ReadableSpan::toSpanData).toList());
    }
  }

  /** Returns {@code code.function.name} of each span. */
  List<String> functions() {
    return spans.stream().map(span -> span.getAttributes().get(FUNCTION)).toList();
  }

  /** Returns the attributes of a span, by its index in start order. */
  Attributes attributes(int index) {
    return Attributes.builder().putAll(spans.get(index).getAttributes()).build();
  }
}
