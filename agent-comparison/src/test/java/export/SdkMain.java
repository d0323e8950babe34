package export;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Map;
import program.Main;

/** Runs the program with its own SDK instead of the agent's. */
final class SdkMain {

  private SdkMain() {}

  public static void main(String[] arguments) {
    AutoConfiguredOpenTelemetrySdk.builder()
        .addPropertiesCustomizer(properties -> Map.of("otel.traces.exporter", "none"))
        .addTracerProviderCustomizer(
            (provider, properties) ->
                provider.addSpanProcessor(SimpleSpanProcessor.create(new LineExporter())))
        .setResultAsGlobal()
        .build();
    Main.main(arguments);
  }
}
