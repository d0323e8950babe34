package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.spanloom.runtime.Spans;
import io.spanloom.support.TestSampler;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares woven spans with manually written ones when a sampler drops spans of a recursion. */
final class DroppedRecursionTest {

  /** The number of sampling decisions; the test tries all combinations. */
  private static final int DECISIONS = 8;

  private static final String BODIES =
      """
        ANNOTATION_A static int a(@SpanAttribute int n) throws Exception {
          BEGIN_A
          try { return n == 0 ? 1 : b(n - 1) + a(n - 1); } finally { END }
        }
        ANNOTATION_B static int b(@SpanAttribute int n) throws Exception {
          BEGIN_B
          try {
            if (n == 0) { throw new Exception("at the end"); }
            try { return a(n - 1) + c(n); } catch (Exception e) { return b(n - 1) + 2; }
          } finally { END }
        }
        ANNOTATION_C static int c(@SpanAttribute int n) throws Exception {
          BEGIN_C
          try { return n < 2 ? n : c(n - 1) + a(0); } finally { END }
        }
        public static Object run() {
          String results = "";
          for (int n = 0; n < 4; n++) {
            try { results += " " + a(n); } catch (Exception e) { results += " " + e.getMessage(); }
          }
          return results;
        }
      }
      """;

  private static final ClassLoader WOVEN =
      Program.compile(
              ("import io.spanloom.*;\npublic class Woven {\n" + BODIES)
                  .replace("ANNOTATION_A", "@Traced(\"a\")")
                  .replace("ANNOTATION_B", "@Traced(\"b\")")
                  .replace("ANNOTATION_C", "@Traced(value = \"c\", root = true)")
                  .replaceAll("BEGIN_.|END", ""))
          .weave()
          .load();

  private static final ClassLoader MANUAL =
      Program.compile(
              ("""
               import io.opentelemetry.api.trace.*;
               import io.opentelemetry.context.*;
               import io.spanloom.runtime.Spans;
               public class ByHand {
                 public static Tracer tracer;
                 static void use(Tracer tracer) { ByHand.tracer = tracer; }
               """
                      + BODIES)
                  .replaceAll("@SpanAttribute|ANNOTATION_.", "")
                  .replace("BEGIN_A", begin("a", ""))
                  .replace("BEGIN_B", begin("b", ""))
                  .replace("BEGIN_C", begin("c", ".setNoParent()"))
                  .replace("END", "scope.close(); span.end();"))
          .load();

  private static String begin(String name, String parent) {
    return "Span span = tracer.spanBuilder(\"%s\")%s.setAttribute(\"n\", n).startSpan();"
            .formatted(name, parent)
        + " Scope scope = span.makeCurrent();";
  }

  @Test
  void matchesManualSpansWithParentBasedSampler() throws Throwable {
    for (int decisions = 0; decisions < 1 << DECISIONS; decisions++) {
      String expected = manual(followingParent(decisions));

      assertThat(woven(followingParent(decisions), true)).as("%x", decisions).isEqualTo(expected);
      assertThat(woven(followingParent(decisions), false)).as("%x", decisions).isEqualTo(expected);
    }
  }

  @Test
  void matchesManualSpansWithSamplerThatIgnoresParent() throws Throwable {
    for (int decisions = 0; decisions < 1 << DECISIONS; decisions++) {
      String expected = manual(new ScriptedSampler(decisions));

      assertThat(woven(new ScriptedSampler(decisions), false))
          .as("%x", decisions)
          .isEqualTo(expected);
    }
  }

  private static Sampler followingParent(int decisions) {
    Sampler sampler = new ScriptedSampler(decisions);
    return Sampler.parentBasedBuilder(sampler).setLocalParentSampled(sampler).build();
  }

  private static String woven(Sampler sampler, boolean followsParent) throws Throwable {
    try (Traces traces = Traces.record(sampler, followsParent)) {
      Object result = Program.call(WOVEN, "Woven", "run");
      assertThat(Context.current()).isSameAs(Context.root());
      return result + "\n" + shape(traces);
    }
  }

  private static String manual(Sampler sampler) throws Throwable {
    try (Traces traces = Traces.record(sampler, false)) {
      Spans.uninstall();
      Program.invoke(MANUAL, "ByHand", "use", traces.sdk().getTracer("by hand"));
      Object result = Program.call(MANUAL, "ByHand", "run");
      return result + "\n" + shape(traces);
    }
  }

  /** Returns the tree without errors, which the manual spans do not record. */
  private static String shape(Traces traces) {
    return traces.tree().replaceAll(" ERROR| \\[.*|error.type=[\\w.]+, ", "");
  }

  /** A sampler whose decisions are the bits of a number, in a cycle from the lowest bit. */
  private static final class ScriptedSampler implements TestSampler {

    private final int decisions;
    private int count;

    ScriptedSampler(int decisions) {
      this.decisions = decisions;
    }

    @Override
    public SamplingResult shouldSample(
        Context parent,
        String traceId,
        String name,
        SpanKind kind,
        Attributes attributes,
        List<LinkData> links) {
      boolean keep = (decisions >> (count++ % DECISIONS) & 1) == 1;
      return keep ? SamplingResult.recordAndSample() : SamplingResult.drop();
    }
  }
}
