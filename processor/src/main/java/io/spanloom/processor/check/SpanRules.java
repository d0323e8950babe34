package io.spanloom.processor.check;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.ExpectedException;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;

/** Rules about what single span annotations ask for. */
final class SpanRules {

  private SpanRules() {}

  static void expectedAreNameable(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      for (ExpectedException expected : span.expected()) {
        if (!expected.nameable()) {
          report.error(
              Code.UNNAMEABLE_TYPE,
              expected.location(),
              "Exception "
                  + expected.type()
                  + " is not visible to the other classes of this package, of which the generated"
                  + " aspect is one. Make it visible there, or name a visible type that it"
                  + " extends.");
        }
      }
    }
  }

  static void eventsHaveNoAttributes(TracedMethod method, Report report) {
    if (method.spans().stream().noneMatch(SpanForm::recordsEvents)) {
      return;
    }
    for (Attribute attribute : method.attributes()) {
      report.error(
          Code.EVENTS_WITHOUT_ATTRIBUTES,
          attribute.location(),
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
            call.temperatureLocation(),
            "No model takes the temperature "
                + call.temperature().getAsDouble()
                + ". Write a number from 0 up, or leave the member out.");
      }
    }
  }

  static void answerTellsSomething(TracedMethod method, Report report) {
    for (SpanForm span : method.spans()) {
      if (span instanceof SpanForm.AiCall call && call.remote()) {
        if (!isReadable(method.result())) {
          report.warning(
              Code.NOTHING_TO_READ,
              call.location(),
              "The span of "
                  + method.signature()
                  + " will have no model, token usage or cost, because they cannot be read from "
                  + method.result().typeText()
                  + ". Return the client's own answer, such as LangChain4j's ChatResponse.");
        }
      }
    }
  }

  private static boolean isReadable(Result result) {
    return result instanceof Result.AiResponse response && !response.fields().isEmpty();
  }
}
