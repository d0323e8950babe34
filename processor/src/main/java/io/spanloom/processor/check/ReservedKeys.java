package io.spanloom.processor.check;

import io.spanloom.processor.model.SpanForm;
import java.util.HashSet;
import java.util.Set;

/** The attribute keys that Spanloom sets itself. A user's attribute would overwrite them. */
final class ReservedKeys {

  private static final Set<String> OF_ALL = Set.of("code.function.name", "error.type");

  private static final Set<String> OF_STEPS = Set.of("workflow.step.name", "workflow.step.outcome");

  private static final Set<String> OF_AI_CALLS =
      Set.of(
          "gen_ai.operation.name",
          "gen_ai.provider.name",
          "gen_ai.response.model",
          "gen_ai.response.id",
          "gen_ai.response.finish_reasons",
          "gen_ai.usage.input_tokens",
          "gen_ai.usage.output_tokens",
          "ai.usage.total_tokens",
          "ai.cost.estimated_usd");

  private ReservedKeys() {}

  /** Returns the keys on the spans of an annotation, without those of members that are not set. */
  static Set<String> of(SpanForm span) {
    Set<String> keys = new HashSet<>(OF_ALL);
    if (span instanceof SpanForm.Step step) {
      keys.addAll(OF_STEPS);
      addIfSet(keys, "workflow.name", step.workflow());
    } else if (span instanceof SpanForm.AiCall call) {
      keys.addAll(OF_AI_CALLS);
      addIfSet(keys, "gen_ai.request.model", call.model());
      addIfSet(keys, "ai.prompt.phase", call.phase());
      if (call.temperature().isPresent()) {
        keys.add("gen_ai.request.temperature");
      }
    }
    return keys;
  }

  private static void addIfSet(Set<String> keys, String key, SpanForm.Name name) {
    if (!name.text().isEmpty()) {
      keys.add(key);
    }
  }
}
