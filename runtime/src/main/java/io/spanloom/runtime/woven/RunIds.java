package io.spanloom.runtime.woven;

import java.util.HexFormat;
import java.util.Locale;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Converts the IDs of runs to the form in which they are recorded. The property {@code
 * spanloom.workflow.run.id} selects it: {@code plain}, the default, or {@code hash}.
 */
final class RunIds {

  /** In characters. A longer ID is hashed: truncated IDs could be equal. */
  static final int MAX_LENGTH = 256;

  private static final int LONG_ID_BYTES = 16;
  private static final String PROPERTY = "spanloom.workflow.run.id";
  private static final boolean HASHES = hashes(RuntimeSettings.get(PROPERTY));

  private RunIds() {}

  /** Returns whether a setting selects hashes. */
  static boolean hashes(@Nullable String setting) {
    String value = setting == null ? "" : setting.trim().toLowerCase(Locale.ROOT);
    if (!value.isEmpty() && !value.equals("plain") && !value.equals("hash")) {
      RuntimeLog.log(
          Level.WARNING,
          "Spanloom: property " + PROPERTY + " must be plain or hash. Run IDs are hashed.",
          null);
      return true; // the ID may be a secret
    }
    return value.equals("hash");
  }

  /**
   * Returns the recorded form of an ID, or null for a blank one. Processes that continue a run
   * record the same hash only if they have the same {@code spanloom.redact.key}.
   */
  static @Nullable String recorded(@Nullable Object id) {
    return recorded(id, HASHES);
  }

  static @Nullable String recorded(@Nullable Object id, boolean hash) {
    String text = id == null ? "" : id.toString();
    if (text.isBlank()) {
      return null;
    }
    if (hash) {
      return ValueRedactor.hashed(text);
    }
    return text.length() > MAX_LENGTH
        ? "sha256:" + HexFormat.of().formatHex(RunOrigin.hash(text), 0, LONG_ID_BYTES)
        : text;
  }
}
