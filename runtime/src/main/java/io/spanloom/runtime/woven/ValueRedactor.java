package io.spanloom.runtime.woven;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Redacts sensitive values. */
final class ValueRedactor {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int HASH_BYTES = 8;

  private static final String MASK = "***";
  private static final int MIN_LENGTH_FOR_SUFFIX = 12;
  private static final int SUFFIX_LENGTH = 4;

  private ValueRedactor() {}

  static @Nullable String hashed(Object value) {
    String text = StringValues.convert(value);
    return text == null ? null : hashed(text, ProcessKey.VALUE);
  }

  static String hashed(String text, SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the configured key, or a random one if the setting is absent or blank. */
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
    String text = StringValues.convert(value);
    if (text == null) {
      return null;
    }
    if (text.length() < MIN_LENGTH_FOR_SUFFIX) {
      return MASK;
    }
    int start = text.length() - SUFFIX_LENGTH;
    boolean splitsPair =
        Character.isLowSurrogate(text.charAt(start))
            && Character.isHighSurrogate(text.charAt(start - 1));
    return MASK + text.substring(splitsPair ? start + 1 : start);
  }

  /** Created when the first value is hashed. */
  private static final class ProcessKey {

    static final SecretKeySpec VALUE = key(RuntimeSettings.get("spanloom.redact.key"));
  }
}
