package io.spanloom.runtime.woven;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Texts that stand for values which no trace may show. */
final class ValueRedactor {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int SHOWN_BYTES = 8;

  private static final String MASK = "***";
  private static final int MASKED_LENGTH = 12;
  private static final int SHOWN_CHARACTERS = 4;

  private ValueRedactor() {}

  static @Nullable String hashed(Object value) {
    String text = StringValues.of(value);
    return text == null ? null : hashed(text, Key.OF_PROCESS);
  }

  static String hashed(String text, SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /** The key that a setting says, or a random one where it says nothing. */
  static SecretKeySpec key(@Nullable String setting) {
    byte[] bytes;
    if (setting == null || setting.isBlank()) {
      bytes = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(bytes);
    } else {
      bytes = setting.getBytes(StandardCharsets.UTF_8);
    }
    return new SecretKeySpec(bytes, ALGORITHM);
  }

  static @Nullable String masked(Object value) {
    String text = StringValues.of(value);
    if (text == null) {
      return null;
    }
    if (text.length() < MASKED_LENGTH) {
      return MASK;
    }
    int start = text.length() - SHOWN_CHARACTERS;
    boolean inPair =
        Character.isLowSurrogate(text.charAt(start))
            && Character.isHighSurrogate(text.charAt(start - 1));
    return MASK + text.substring(inPair ? start + 1 : start);
  }

  /** Made when the first value is hashed, and not before. */
  private static final class Key {

    static final SecretKeySpec OF_PROCESS = key(RuntimeSettings.text("spanloom.redact.key"));
  }
}
