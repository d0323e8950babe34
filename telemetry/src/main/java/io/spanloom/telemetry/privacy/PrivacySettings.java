package io.spanloom.telemetry.privacy;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.spanloom.telemetry.settings.Glob;
import io.spanloom.telemetry.settings.InvalidSetting;
import io.spanloom.telemetry.settings.TelemetrySettings;
import io.spanloom.telemetry.settings.UserLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the privacy settings; logs a warning for each invalid one and uses its default. */
final class PrivacySettings {

  static final int DEFAULT_LENGTH = 4096;

  private static final String PRIVACY = "spanloom.privacy";
  private static final String REMOVE = "spanloom.privacy.remove";
  private static final String KEEP = "spanloom.privacy.keep";
  private static final String LENGTH = "spanloom.attribute.length";
  private static final List<String> SDK_LENGTHS =
      List.of("otel.attribute.value.length.limit", "otel.span.attribute.value.length.limit");

  /** Characters that suggest a regular expression. */
  private static final String NOT_IN_PATTERNS = "^$()[]{}|\\+?";

  private final ConfigProperties config;

  PrivacySettings(ConfigProperties config) {
    this.config = config;
  }

  /** Returns whether spans are filtered; logs a warning if they are not. */
  boolean isOn() {
    String value = config.getString(PRIVACY, "on").strip().toLowerCase(Locale.ROOT);
    switch (value) {
      case "off" -> UserLog.warn("SPANLOOM_PRIVACY is off; spans are exported unfiltered.");
      case "on", "" -> {}
      default -> warn(PRIVACY, value, "on or off", "using on");
    }
    return !value.equals("off");
  }

  KeyRules keys() {
    return new KeyRules(patterns(REMOVE), patterns(KEEP));
  }

  TextRules texts() {
    return new TextRules(length());
  }

  private List<Glob> patterns(String property) {
    List<Glob> result = new ArrayList<>();
    for (String pattern : config.getList(property)) {
      if (pattern.chars().anyMatch(c -> NOT_IN_PATTERNS.indexOf(c) >= 0)) {
        warn(
            property,
            pattern,
            "attribute keys, in which * matches any characters",
            "ignoring this key");
      } else {
        result.add(Glob.of(pattern.toLowerCase(Locale.ROOT)));
      }
    }
    return result;
  }

  /** Returns the length limit of texts, or no limit if the SDK already applies one. */
  private int length() {
    String value = config.getString(LENGTH, "").strip();
    if (value.isEmpty()) {
      return SDK_LENGTHS.stream().anyMatch(this::isSet) ? Integer.MAX_VALUE : DEFAULT_LENGTH;
    }
    Integer length = parseInt(value);
    if (length == null || length <= 0) {
      warn(LENGTH, value, "a positive number of characters", "using " + DEFAULT_LENGTH);
      return DEFAULT_LENGTH;
    }
    return length;
  }

  private static void warn(String property, String value, String expected, String consequence) {
    new InvalidSetting(TelemetrySettings.variable(property), value, expected).warn(consequence);
  }

  private boolean isSet(String property) {
    return !config.getString(property, "").isBlank();
  }

  private static @Nullable Integer parseInt(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException invalid) {
      return null;
    }
  }
}
