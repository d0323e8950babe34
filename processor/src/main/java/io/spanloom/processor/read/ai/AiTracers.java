package io.spanloom.processor.read.ai;

import io.spanloom.processor.model.ClientTracing;
import java.util.List;
import java.util.Optional;
import javax.lang.model.util.Elements;

/**
 * The table of libraries that create spans for the calls of AI clients themselves. Supporting
 * another library requires an entry here.
 */
final class AiTracers {

  /**
   * A library.
   *
   * @param clientPackage the package of the client's types, with a dot at the end
   * @param markers the types that are on the class path if the library creates spans
   * @param tracing the library
   */
  private record Tracer(String clientPackage, List<String> markers, ClientTracing tracing) {}

  private static final List<Tracer> TABLE =
      List.of(
          new Tracer(
              "com.anthropic.",
              List.of("com.anthropic.core.opentelemetry.OpenTelemetryOptions"),
              new ClientTracing("anthropic-java", "call openTelemetry(false) on its builder")),
          new Tracer(
              "com.openai.",
              List.of("io.opentelemetry.instrumentation.openai.v1_1.OpenAITelemetry"),
              new ClientTracing(
                  "OpenTelemetry's instrumentation of openai-java",
                  "do not wrap the client with OpenAITelemetry")),
          new Tracer(
              "org.springframework.ai.",
              List.of("io.micrometer.tracing.otel.bridge.OtelTracer"),
              new ClientTracing(
                  "Spring AI", "set management.observations.enable.gen_ai.client.operation=false")),
          new Tracer(
              "dev.langchain4j.",
              List.of(
                  "io.quarkiverse.langchain4j.runtime.listeners.SpanChatModelListener",
                  "io.quarkus.opentelemetry.runtime.OpenTelemetryUtil"),
              new ClientTracing(
                  "Quarkus LangChain4j",
                  "add io.quarkiverse.langchain4j.runtime.listeners.SpanChatModelListener to"
                      + " quarkus.arc.exclude-types")));

  private AiTracers() {}

  /** Returns the library that traces the calls of a type's client, if it is on the class path. */
  static Optional<ClientTracing> of(AiType type, Elements elements) {
    return TABLE.stream()
        .filter(tracer -> type.name().startsWith(tracer.clientPackage()))
        .filter(
            tracer ->
                tracer.markers().stream()
                    .allMatch(marker -> elements.getTypeElement(marker) != null))
        .map(Tracer::tracing)
        .findFirst();
  }
}
