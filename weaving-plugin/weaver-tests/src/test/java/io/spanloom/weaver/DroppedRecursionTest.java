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

/** Spans that a sampler drops anywhere in a recursion, against the same spans written by hand. */
final class DroppedRecursionTest {

  /** So many first decisions of the sampler are tried in all ways. */
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

  private static final ClassLoader BY_HAND =
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
  void aSamplerThatFollowsItsParent() throws Throwable {
    for (int decisions = 0; decisions < 1 << DECISIONS; decisions++) {
      String expected = byHand(followingParent(decisions));

      assertThat(woven(followingParent(decisions), true)).as("%x", decisions).isEqualTo(expected);
      assertThat(woven(followingParent(decisions), false)).as("%x", decisions).isEqualTo(expected);
    }
  }

  @Test
  void aSamplerThatHeedsNoParent() throws Throwable {
    for (int decisions = 0; decisions < 1 << DECISIONS; decisions++) {
      String expected = byHand(new Scripted(decisions));

      assertThat(woven(new Scripted(decisions), false)).as("%x", decisions).isEqualTo(expected);
    }
  }

  private static Sampler followingParent(int decisions) {
    Sampler sampler = new Scripted(decisions);
    return Sampler.parentBasedBuilder(sampler).setLocalParentSampled(sampler).build();
  }

  private static String woven(Sampler sampler, boolean followsParent) throws Throwable {
    try (Traces traces = Traces.record(sampler, followsParent)) {
      Object result = Program.call(WOVEN, "Woven", "run");
      assertThat(Context.current()).isSameAs(Context.root());
      return result + "\n" + shape(traces);
    }
  }

  private static String byHand(Sampler sampler) throws Throwable {
    try (Traces traces = Traces.record(sampler, false)) {
      Spans.uninstall();
      Program.invoke(BY_HAND, "ByHand", "use", traces.sdk().getTracer("by hand"));
      Object result = Program.call(BY_HAND, "ByHand", "run");
      return result + "\n" + shape(traces);
    }
  }

  /** Names, parents, attributes and whether ended; errors are not noted by hand. */
  private static String shape(Traces traces) {
    return traces.tree().replaceAll(" ERROR| \\[.*|error.type=[\\w.]+, ", "");
  }

  /** Decides as the bits of a number say, from the lowest on, again and again. */
  private static final class Scripted implements TestSampler {

    private final int decisions;
    private int asked;

    Scripted(int decisions) {
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
      boolean keep = (decisions >> (asked++ % DECISIONS) & 1) == 1;
      return keep ? SamplingResult.recordAndSample() : SamplingResult.drop();
    }
  }
}
