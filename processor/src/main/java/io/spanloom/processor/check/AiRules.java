package io.spanloom.processor.check;

import io.spanloom.processor.model.AiCall;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import java.util.List;
import java.util.function.Consumer;

/** Rules for {@code @AICall}. */
final class AiRules {

  private AiRules() {}

  static void forEachCall(TracedMethod method, Consumer<AiCall> rule) {
    for (SpanForm span : method.spans()) {
      if (span instanceof AiCall call) {
        rule.accept(call);
      }
    }
  }

  static void providerIsKnown(TracedMethod method, Report report) {
    forEachCall(
        method,
        call -> {
          if (!call.isTool() && !call.provider().explicit() && call.provider().text().isEmpty()) {
            report.error(
                Code.UNKNOWN_PROVIDER,
                call.location(),
                """
                The provider of '%s' is unknown, because %s does not belong to a single provider. \
                Set it (provider = "openai").\
                """
                    .formatted(method.signature(), method.result().typeText()));
          }
        });
  }

  static void temperatureIsValid(TracedMethod method, Report report) {
    forEachCall(
        method,
        call -> {
          if (call.temperature().isPresent()
              && !(call.temperature().getAsDouble() >= 0
                  && Double.isFinite(call.temperature().getAsDouble()))) {
            report.error(
                Code.INVALID_TEMPERATURE,
                call.temperatureLocation(),
                """
                'temperature' must be finite and at least 0 (was %s). Set a valid value, or remove \
                the member.\
                """
                    .formatted(call.temperature().getAsDouble()));
          }
        });
  }

  static void usagePathIsValid(TracedMethod method, Report report) {
    forEachCall(
        method,
        call -> {
          if (!call.usage().fault().isEmpty()) {
            report.error(
                Code.INVALID_USAGE_PATH,
                call.usage().path().location(),
                """
                The usage path '%s' is invalid. %s Name an AI client's response within the \
                result, or an object with such accessors.\
                """
                    .formatted(call.usage().path().text(), call.usage().fault()));
          }
        });
  }

  static void responseIsReadable(TracedMethod method, Report report) {
    forEachCall(
        method,
        call -> {
          if (call.remote() && call.usage().fault().isEmpty() && !isReadable(call)) {
            report.warning(
                Code.UNREADABLE_RESPONSE,
                call.location(),
                "The span of '%s' will have no model, token usage or cost, because %s"
                    .formatted(
                        method.signature(),
                        call.streaming()
                            .unreadable()
                            .map(AiRules::unreadableChunks)
                            .orElseGet(() -> unreadableResult(call, method.result().typeText()))));
          }
        });
  }

  private static String unreadableResult(AiCall call, String type) {
    return """
    they cannot be read from %s. Return the AI client's %s, name a part of the result (usage = \
    "result.response"), or call io.spanloom.runtime.Ai.recordUsage in the method.\
    """
        .formatted(
            type,
            call.streamed()
                ? "chunks, such as a Flux of Spring AI's ChatResponse"
                : "response, such as LangChain4j's ChatResponse");
  }

  private static String unreadableChunks(String handler) {
    return """
    the chunks of %s are bytes in the format of the model. Use a ConverseStreamResponseHandler, or \
    call io.spanloom.runtime.Ai.recordUsage in the method.\
    """
        .formatted(handler);
  }

  private static boolean isReadable(AiCall call) {
    return call.response().isPresent() && !call.response().get().reading().nodes().isEmpty();
  }

  static void clientHasAccessors(TracedMethod method, Report report) {
    forEachCall(
        method,
        call -> {
          List<String> missing =
              call.readings().flatMap(reading -> reading.missing().stream()).distinct().toList();
          if (!missing.isEmpty()) {
            report.note(
                Code.MISSING_ACCESSOR,
                call.location(),
                """
                The span of '%s' will lack some data, because this version of the AI client does \
                not have %s. Use a version that Spanloom supports.\
                """
                    .formatted(method.signature(), String.join(", ", missing)));
          }
        });
  }

  static void clientIsTracedOnce(TracedMethod method, Report report) {
    forEachCall(
        method,
        call ->
            call.readings()
                .flatMap(reading -> reading.tracing().stream())
                .findFirst()
                .filter(tracing -> call.remote())
                .ifPresent(
                    tracing ->
                        report.note(
                            Code.TRACED_TWICE,
                            call.location(),
                            """
                            Each call of '%s' may have two spans, because %s traces the client's \
                            calls, too. To have one span, %s.\
                            """
                                .formatted(
                                    method.signature(), tracing.library(), tracing.remedy()))));
  }

  static void modelHasPrice(TracedMethod method, Report report) {
    forEachCall(
        method,
        call -> {
          String provider = call.provider().text();
          String model = call.model().text();
          if (call.remote() && !model.isBlank() && !PricedModels.contains(provider, model)) {
            report.note(
                Code.UNPRICED_MODEL,
                call.model().location(),
                """
                Model '%s' of provider '%s' is not in the price table, so the spans of '%s' will \
                have no cost. Correct the name, or add the price (spanloom.ai.prices).\
                """
                    .formatted(model, provider, method.signature()));
          }
        });
  }
}
