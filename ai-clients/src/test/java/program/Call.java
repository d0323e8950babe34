package program;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.aiclients.FakeAiServer;
import io.spanloom.runtime.Spans;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Runs a call against a local server, and prints its span. */
final class Call {

  /** The content of all messages. */
  static final String TEXT = "Hello";

  private Call() {}

  static void run(String reply, Consumer<String> call) {
    InMemorySpanExporter exported = InMemorySpanExporter.create();
    Spans.install(
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exported))
                    .build())
            .build(),
        true);
    try (FakeAiServer server = FakeAiServer.start()) {
      server.reply(reply);
      call.accept(server.url());
    }
    exported
        .getFinishedSpanItems()
        .forEach(
            span -> {
              System.out.println(span.getName() + " " + span.getKind());
              TreeMap<String, Object> attributes = new TreeMap<>();
              span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
              attributes.remove("code.function.name");
              attributes.forEach((key, value) -> System.out.println(key + "=" + value));
            });
    System.exit(0); // clients leave threads behind
  }
}
