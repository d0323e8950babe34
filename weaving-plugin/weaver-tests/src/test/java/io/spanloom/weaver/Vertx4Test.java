package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.ForkedJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A program that runs with Vert.x 4; the other tests run with Vert.x 5. */
@Tag("slow")
final class Vertx4Test {

  private static final Path VERTX_4 = Path.of("target", "vertx-4", "vertx-core.jar");

  private static final String MAIN =
      """
      package shop;
      import io.opentelemetry.api.common.AttributeKey;
      import io.opentelemetry.sdk.OpenTelemetrySdk;
      import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
      import io.opentelemetry.sdk.trace.SdkTracerProvider;
      import io.opentelemetry.sdk.trace.data.SpanData;
      import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
      import io.spanloom.*;
      import io.spanloom.runtime.Spans;
      import io.vertx.core.*;
      import java.nio.file.Path;
      import java.util.concurrent.CancellationException;
      import java.util.function.Consumer;
      public class Main {
        static final InMemorySpanExporter spans = InMemorySpanExporter.create();
        @Traced @SpanAttribute(value = "length", from = "result.length()")
        static Future<String> call(Promise<String> promise) { return promise.future(); }
        static void end(Consumer<Promise<String>> end) {
          Promise<String> promise = Promise.promise();
          call(promise);
          System.out.print(spans.getFinishedSpanItems().size() + " spans, then ");
          end.accept(promise);
          for (SpanData span : spans.getFinishedSpanItems()) {
            System.out.println(span.getStatus().getStatusCode()
                + ", length " + span.getAttributes().get(AttributeKey.longKey("length"))
                + ", cancelled " + span.getAttributes().get(AttributeKey.booleanKey("spanloom.cancelled")));
          }
          spans.reset();
        }
        public static void main(String[] args) throws Exception {
          Spans.install(OpenTelemetrySdk.builder().setTracerProvider(SdkTracerProvider.builder()
              .addSpanProcessor(SimpleSpanProcessor.create(spans)).build()).build(), true);
          System.out.println(Path.of(
              Promise.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getParent().getFileName());
          end(promise -> promise.complete("done"));
          end(promise -> promise.fail(new IllegalStateException()));
          end(promise -> promise.fail(new CancellationException()));
        }
      }
      """;

  @Test
  void endsSpanWhenFutureCompletes() throws Exception {
    Program program = Program.compile(MAIN).weave();

    String printed =
        ForkedJvm.of("shop.Main")
            .without(entry -> entry.contains("vertx-core"))
            .with(VERTX_4.toAbsolutePath())
            .with(program.classes())
            .run();

    assertThat(printed)
        .isEqualTo(
            """
            vertx-4
            0 spans, then UNSET, length 4, cancelled null
            0 spans, then ERROR, length null, cancelled null
            0 spans, then UNSET, length null, cancelled true
            """);
  }
}
