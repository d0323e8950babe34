package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import io.spanloom.processor.model.AiAttributes;
import io.spanloom.processor.model.BooleanOption;
import io.spanloom.processor.read.PropagationReader;
import io.spanloom.processor.read.annotation.Exclusions;
import io.spanloom.processor.weave.CompilationWeaver;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.Diagnostic.Kind;

/** The options of the processor. */
final class Options {

  private static final List<BooleanOption> BOOLEAN =
      List.of(CompilationWeaver.OPTION, PropagationReader.OPTION);

  static final Set<String> NAMES =
      Set.of(
          Exclusions.OPTION,
          CompilationWeaver.OPTION.name(),
          PropagationReader.OPTION.name(),
          AiAttributes.OPTION);

  private Options() {}

  /** Reports options with invalid values. */
  static void check(Map<String, String> options, Messages messages) {
    for (String name : new TreeSet<>(NAMES)) {
      if (options.containsKey(name) && options.get(name) == null) {
        ignored(name, "has no value", messages);
      }
    }
    for (BooleanOption option : BOOLEAN) {
      String value = options.get(option.name());
      if (value != null && BooleanOption.parse(value).isEmpty()) {
        ignored(option.name() + "=" + value, "must be true or false", messages);
      }
    }
    String names = options.get(AiAttributes.OPTION);
    if (names != null && AiAttributes.of(names).isEmpty()) {
      ignored(AiAttributes.OPTION + "=" + names, "must be genai, ai or both", messages);
    }
  }

  private static void ignored(String option, String reason, Messages messages) {
    messages.print(
        Kind.WARNING,
        Code.INVALID_OPTION,
        "The option -A%s is ignored, because it %s.".formatted(option, reason));
  }
}
