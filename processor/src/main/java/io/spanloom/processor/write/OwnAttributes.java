package io.spanloom.processor.write;

import io.spanloom.processor.model.ResponseField;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The attributes that Spanloom sets by itself: the runtime does, told by the generated sites. */
public final class OwnAttributes {

  private static final String STRING = "string";
  private static final String START = "start";
  private static final String END = "end";

  private final List<Map<String, Object>> attributes = new ArrayList<>();

  private OwnAttributes() {}

  public static List<Map<String, Object>> of(TracedMethod method) {
    OwnAttributes own = new OwnAttributes();
    if (method.addsOnly()) {
      return List.of();
    }
    own.constant("code.function.name", STRING, method.function());
    boolean agentCompatible = method.span() instanceof SpanForm.Span span && span.agentCompatible();
    if (!agentCompatible) {
      own.computed("error.type", STRING, "failure");
    }
    if (method.span() instanceof SpanForm.Step step) {
      own.addStep(step);
    } else if (method.span() instanceof SpanForm.AiCall call) {
      own.addCall(call);
    }
    if (method.result() instanceof Result.Answer answer) {
      answer.readings().forEach(own::addReading);
    }
    return own.attributes;
  }

  private void addStep(SpanForm.Step step) {
    if (!step.workflow().text().isEmpty()) {
      constant("workflow.name", STRING, step.workflow().text());
    }
    constant("workflow.step.name", STRING, step.step().text());
    computed("workflow.step.outcome", STRING, END);
  }

  private void addCall(SpanForm.AiCall call) {
    constant("gen_ai.operation.name", STRING, call.operation());
    constant("gen_ai.provider.name", STRING, call.provider().text());
    if (!call.model().text().isEmpty()) {
      constant("gen_ai.request.model", STRING, call.model().text());
    }
    call.temperature().ifPresent(value -> constant("gen_ai.request.temperature", "double", value));
    if (!call.phase().text().isEmpty()) {
      constant("ai.prompt.phase", STRING, call.phase().text());
    }
  }

  /** Adds what a method of {@code AiResult} sets. */
  private void addReading(ResponseField reading) {
    switch (reading.target()) {
      case "model" -> read("gen_ai.response.model", STRING, reading, 0);
      case "id" -> read("gen_ai.response.id", STRING, reading, 0);
      case "finishReason" -> read("gen_ai.response.finish_reasons", "string[]", reading, 0);
      case "usage" -> {
        read("gen_ai.usage.input_tokens", "long", reading, 0);
        read("gen_ai.usage.output_tokens", "long", reading, 1);
        read("ai.usage.total_tokens", "long", reading, 2);
        computed("ai.cost.estimated_usd", "double", END);
      }
      default -> throw new IllegalArgumentException(reading.target());
    }
  }

  private void constant(String key, String type, Object value) {
    Map<String, Object> attribute = start(key, type, "constant");
    attribute.put("value", value);
    attribute.put("when", START);
  }

  private void computed(String key, String type, String when) {
    start(key, type, "spanloom").put("when", when);
  }

  private void read(String key, String type, ResponseField reading, int index) {
    ResponseField.Owner holder = reading.owner();
    Map<String, Object> attribute = start(key, type, "answer");
    attribute.put(
        "path",
        Stream.of("result", holder == null ? "" : holder.accessor() + "()")
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(".", "", "." + reading.accessors().get(index) + "()")));
    attribute.put("when", END);
  }

  private Map<String, Object> start(String key, String type, String from) {
    Map<String, Object> attribute = new LinkedHashMap<>();
    attribute.put("key", key);
    attribute.put("type", type);
    attribute.put("from", from);
    attributes.add(attribute);
    return attribute;
  }
}
