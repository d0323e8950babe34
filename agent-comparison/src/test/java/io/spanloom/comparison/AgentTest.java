package io.spanloom.comparison;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The spans that the agent creates for its own annotations. */
@Tag("slow")
final class AgentTest {

  private static final List<Class<?>> LIBRARIES =
      List.of(
          OpenTelemetry.class,
          Context.class,
          ComponentLoader.class,
          WithSpan.class,
          Mono.class,
          Publisher.class);

  @Test
  void agentCreatesExpectedSpans(@TempDir Path folder) {
    Classes classes =
        new Classes(folder).compile("program", "-parameters").compile("program.agent");
    ProgramRun run =
        ProgramRun.underTheAgent(
            "-Dotel.semconv-stability.opt-in=code", "-Dotel.javaagent.add-thread-details=false");

    List<ExportedSpan> spans = run.of("program.agent.AgentMain", classes, LIBRARIES);

    ExpectedSpans.assertSame(
        new SpanText(false, UnaryOperator.identity()).of(spans), ExpectedSpans.ANNOTATIONS);
  }
}
