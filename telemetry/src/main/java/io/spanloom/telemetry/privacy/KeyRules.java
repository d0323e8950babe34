package io.spanloom.telemetry.privacy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.spanloom.telemetry.settings.Glob;
import io.spanloom.telemetry.settings.UserLog;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Decides by its key whether an attribute is removed before export. Thread-safe. */
final class KeyRules {

  /**
   * The name of {@code AttributeType.VALUE}, which the OpenTelemetry of some frameworks lacks; they
   * run this filter in their own SDK.
   */
  private static final String VALUE = "VALUE";

  /** Limits memory if a program generates keys; decisions beyond it are made again each time. */
  private static final int MAX_CACHED = 1_000;

  private final List<Glob> removed;
  private final List<Glob> kept;
  private final Map<AttributeKey<?>, Boolean> decisions = new ConcurrentHashMap<>();

  /**
   * Creates the rules.
   *
   * @param removed keys to remove in addition to {@link SecretNames}, in lower case
   * @param kept keys never to remove, in lower case
   */
  KeyRules(List<Glob> removed, List<Glob> kept) {
    this.removed = removed;
    this.kept = kept;
  }

  /** Returns whether to remove an attribute; logs the first removal of a secret. */
  boolean removes(AttributeKey<?> key) {
    Boolean cached = decisions.get(key);
    if (cached != null) {
      return cached;
    }
    boolean result = isSecret(key);
    if (decisions.size() < MAX_CACHED
        && decisions.putIfAbsent(key, result) == null
        && result
        && !isIn(removed, key.getKey())) {
      UserLog.info(
          ("Removing attribute '%1$s' before export because its name suggests a secret or message"
                  + " content. To export it, set SPANLOOM_PRIVACY_KEEP=%1$s.")
              .formatted(key.getKey()));
    }
    return result;
  }

  /** Returns whether to remove an attribute, without logging. */
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

  /** Numbers and booleans are not secrets, for Spanloom's annotation processor either. */
  private static boolean hasText(AttributeKey<?> key) {
    return key.getType() == AttributeType.STRING
        || key.getType() == AttributeType.STRING_ARRAY
        || key.getType().name().equals(VALUE);
  }
}
