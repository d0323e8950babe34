package io.spanloom.comparison;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.runtime.woven.SpanSite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aspectj.lang.annotation.Aspect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A woven program under the agent, with the settings that the agent has by default. */
@Tag("slow")
final class NestingTest {

  private static final List<Class<?>> LIBRARIES =
      List.of(
          OpenTelemetry.class,
          Context.class,
          ComponentLoader.class,
          WithSpan.class,
          SpanSite.class,
          DeferredSpan.class,
          Aspect.class);

  @Test
  void spansOfAgentAndSpanloomNest(@TempDir Path folder) {
    Classes classes =
        new Classes(folder)
            .compileWithProcessor("nesting.traced")
            .weave()
            .compile("program")
            .compile("nesting.plain");

    List<ExportedSpan> spans =
        ProgramRun.underTheAgent().of("nesting.plain.NestingMain", classes, LIBRARIES);

    ExpectedSpans.assertSame(
        new SpanText(true, NestingTest::reproducible).of(spans), "nesting.txt");
  }

  /** Removes network attributes and thread values, which differ between runs. */
  private static Map<String, String> reproducible(Map<String, String> attributes) {
    Map<String, String> shown = new TreeMap<>(attributes);
    shown.keySet().removeIf(key -> key.matches("(http|url|server|client|network|user_agent)\\..*"));
    shown.replaceAll((key, value) -> key.startsWith("thread.") ? "..." : value);
    return shown;
  }
}
