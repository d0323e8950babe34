package io.spanloom.telemetry.privacy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.spanloom.telemetry.settings.Glob;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/** Which attributes stay in the program. Safe for many threads. */
final class KeyRules {

  private static final Logger LOGGER = Logger.getLogger(KeyRules.class.getName());

  /** Keys are few unless a program makes them up; then the rest is looked at each time. */
  private static final int MAX_REMEMBERED = 1_000;

  private final List<Glob> removed;
  private final List<Glob> kept;
  private final Map<AttributeKey<?>, Boolean> decisions = new ConcurrentHashMap<>();

  /**
   * Makes the rules.
   *
   * @param removed keys that are removed beside {@link SecretNames}, in lower case
   * @param kept keys that are removed in no case, in lower case
   */
  KeyRules(List<Glob> removed, List<Glob> kept) {
    this.removed = removed;
    this.kept = kept;
  }

  /** Says of a key, the first time, that it is left out, and how to keep it. */
  boolean removes(AttributeKey<?> key) {
    Boolean known = decisions.get(key);
    if (known != null) {
      return known;
    }
    boolean result = isSecret(key);
    if (decisions.size() < MAX_REMEMBERED
        && decisions.putIfAbsent(key, result) == null
        && result
        && !isIn(removed, key.getKey())) {
      LOGGER.info(
          "The attribute '"
              + key.getKey()
              + "' is left out of what is exported, since its name is that of a secret or of"
              + " content; SPANLOOM_PRIVACY_KEEP="
              + key.getKey()
              + " keeps it.");
    }
    return result;
  }

  boolean isSecret(AttributeKey<?> key) {
    String name = key.getKey();
    return !keeps(name) && (isIn(removed, name) || (hasText(key) && SecretNames.hasKey(name)));
  }

  boolean keeps(String key) {
    return isIn(kept, key);
  }

  private static boolean isIn(List<Glob> patterns, String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return patterns.stream().anyMatch(pattern -> pattern.matches(lower));
  }

  /** A number or a truth value is no secret, as Spanloom's processor has it. */
  private static boolean hasText(AttributeKey<?> key) {
    return key.getType() == AttributeType.STRING
        || key.getType() == AttributeType.STRING_ARRAY
        || key.getType() == AttributeType.VALUE;
  }
}
