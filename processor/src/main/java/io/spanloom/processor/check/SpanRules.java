package io.spanloom.processor.check;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;

/** Rules about what single span annotations ask for. */
final class SpanRules {

  private SpanRules() {}

  static void expectedAreNameable(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      if (span instanceof SpanForm.Span traced) {
        for (SpanForm.Expected expected : traced.expected()) {
          if (!expected.nameable()) {
            report.error(
                Code.UNNAMEABLE_TYPE,
                expected.place(),
                "Exception "
                    + expected.type()
                    + " is not visible to the other classes of this package, of which the generated"
                    + " aspect is one. Make it visible there, or name a visible type that it"
                    + " extends.");
          }
        }
      }
    }
  }

  static void eventsHaveNoAttributes(TracedMethod method, Report report) {
    boolean events =
        method.spans().stream().anyMatch(span -> span instanceof SpanForm.Step s && s.events());
    if (!events) {
      return;
    }
    for (Attribute attribute : method.attributes()) {
      report.error(
          Code.EVENTS_WITHOUT_ATTRIBUTES,
          attribute.place(),
          "Attribute '"
              + attribute.key()
              + "' has no span to go to, because the step "
              + method.signature()
              + " becomes events on the span around it. Make the step a span (as = SPAN), or remove"
              + " the attribute.");
    }
  }

  static void temperatureIsPossible(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      if (span instanceof SpanForm.AiCall call
          && call.temperature().isPresent()
          && !(call.temperature().getAsDouble() >= 0
              && Double.isFinite(call.temperature().getAsDouble()))) {
        report.error(
            Code.TEMPERATURE,
            call.temperaturePlace(),
            "No model takes the temperature "
                + call.temperature().getAsDouble()
                + ". Write a number from 0 up, or leave the member out.");
      }
    }
  }

  static void answerTellsSomething(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      if (span instanceof SpanForm.AiCall call && call.remote()) {
        String type = typeWithoutReadings(method.result());
        if (!type.isEmpty()) {
          report.warning(
              Code.NOTHING_TO_READ,
              call.place(),
              "The span of "
                  + method.signature()
                  + " will have no model, token usage or cost, because they cannot be read from "
                  + type
                  + ". Return the client's own answer, such as LangChain4j's ChatResponse.");
        }
      }
    }
  }

  private static String typeWithoutReadings(Result result) {
    if (result instanceof Result.Plain plain) {
      return plain.typeText();
    }
    if (result instanceof Result.Stage stage) {
      return stage.typeText();
    }
    return result instanceof Result.Answer answer && answer.readings().isEmpty()
        ? answer.typeName().toString()
        : "";
  }
}
