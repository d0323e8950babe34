package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import io.spanloom.processor.model.AiAttributes;
import io.spanloom.processor.read.PropagationReader;
import io.spanloom.processor.read.annotation.Exclusions;
import io.spanloom.processor.weave.CompilationWeaver;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic.Kind;

/** The options of the processor. */
final class Options {

  static final Set<String> NAMES =
      Set.of(
          Exclusions.OPTION,
          CompilationWeaver.OPTION,
          PropagationReader.OPTION,
          AiAttributes.OPTION);

  private Options() {}

  /** Reports options with invalid values. */
  static void check(Map<String, String> options, Messages messages) {
    String names = options.get(AiAttributes.OPTION);
    if (names != null && AiAttributes.of(names).isEmpty()) {
      messages.print(
          Kind.WARNING,
          Code.INVALID_OPTION,
          "The option -A%s=%s is ignored, because it must be genai, ai or both."
              .formatted(AiAttributes.OPTION, names));
    }
  }
}
