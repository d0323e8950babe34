package io.spanloom.telemetry.view.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TreeSpanExporterTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder()
          .addSpanProcessor(
              SimpleSpanProcessor.create(
                  new TreeSpanExporter(new PrintStream(printed, true, UTF_8), Terminal.NONE)))
          .build();
  private final Tracer tracer = provider.get("test");

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void printsTraceWhenItsRootEnds() {
    Span root = start("place", Context.root(), 0);
    root.setAttribute(AttributeKey.stringKey("order.id"), "o-1");
    Span first = start("reserve", Context.root().with(root), 1);
    Span second = start("pay", Context.root().with(root), 5);
    second.setStatus(StatusCode.ERROR);
    end(first, 3);
    end(second, 9);
    assertThat(printed.toString(UTF_8)).isEmpty();

    end(root, 10);
    assertThat(printed.toString(UTF_8))
        .isEqualToNormalizingNewlines(
            """
            trace %s
            └─ place       10.00 ms
               │  order.id = o-1
               ├─ reserve   2.00 ms
               └─ pay       4.00 ms  ERROR

            """
                .formatted(root.getSpanContext().getTraceId()));
  }

  @Test
  void printsTraceWithoutRootAtShutdown() {
    Span root = start("place", Context.root(), 0);
    end(start("reserve", Context.root().with(root), 1), 2);
    assertThat(printed.toString(UTF_8)).isEmpty();

    provider.shutdown().join(10, TimeUnit.SECONDS);
    assertThat(printed.toString(UTF_8)).contains("└─ reserve");
  }

  private Span start(String name, Context parent, long millis) {
    return tracer
        .spanBuilder(name)
        .setParent(parent)
        .setStartTimestamp(1_000 + millis, TimeUnit.MILLISECONDS)
        .startSpan();
  }

  private static void end(Span span, long millis) {
    span.end(1_000 + millis, TimeUnit.MILLISECONDS);
  }
}
