package io.spanloom.runtime.woven;

import java.util.Locale;
import java.util.Map;

/**
 * The values of {@code gen_ai.response.finish_reasons}. The semantic conventions define no
 * vocabulary, so a provider's value stays as it is, in lower case. Only where a client replaces it
 * by a value of its own, that becomes the most common one of providers.
 */
final class FinishReasons {

  /** LangChain4j replaces the reasons of all providers by its own; the others are common ones. */
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
