package io.spanloom.runtime.woven;

import java.util.Locale;
import java.util.Map;

/**
 * The values of {@code gen_ai.response.finish_reasons}. The semantic conventions define no
 * vocabulary, so a provider's value stays as it is, in lower case. If the client replaces it by
 * another one, that becomes the most common name among providers.
 */
final class FinishReasons {

  /** LangChain4j has an enumeration for all providers; its other constants are common names. */
  private static final Map<String, String> OF_CLIENTS = Map.of("tool_execution", "tool_calls");

  private FinishReasons() {}

  /**
   * Returns the recorded value.
   *
   * @param reason the value that the client reports, in upper or lower case
   */
  static String normalize(String reason) {
    String value = reason.toLowerCase(Locale.ROOT);
    return OF_CLIENTS.getOrDefault(value, value);
  }
}
