package io.spanloom.telemetry.privacy;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.spanloom.telemetry.settings.Glob;
import io.spanloom.telemetry.settings.TelemetrySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a user has set about what may be exported; what means nothing is said and left out. */
final class PrivacySettings {

  static final int DEFAULT_LENGTH = 4096;

  private static final Logger LOGGER = Logger.getLogger(PrivacySettings.class.getName());

  private static final String PRIVACY = "spanloom.privacy";
  private static final String REMOVE = "spanloom.privacy.remove";
  private static final String KEEP = "spanloom.privacy.keep";
  private static final String LENGTH = "spanloom.attribute.length";
  private static final List<String> LENGTHS_OF_THE_SDK =
      List.of("otel.attribute.value.length.limit", "otel.span.attribute.value.length.limit");

  /** What somebody writes who takes a pattern for a regular expression. */
  private static final String NOT_IN_PATTERNS = "^$()[]{}|\\+?";

  private final ConfigProperties config;

  PrivacySettings(ConfigProperties config) {
    this.config = config;
  }

  /** Says it, too, when nothing is to be left out. */
  boolean isOn() {
    String value = config.getString(PRIVACY, "on").strip().toLowerCase(Locale.ROOT);
    switch (value) {
      case "off" -> LOGGER.warning("SPANLOOM_PRIVACY is off; spans leave as they are.");
      case "on", "" -> {}
      default ->
          LOGGER.warning(
              "SPANLOOM_PRIVACY is '" + value + "', which is neither on nor off; on it is.");
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
        LOGGER.warning(
            TelemetrySettings.variable(property)
                + " leaves out '"
                + pattern
                + "', which is no pattern; it is the key of an attribute, in which * stands for any"
                + " characters.");
      } else {
        result.add(Glob.of(pattern.toLowerCase(Locale.ROOT)));
      }
    }
    return result;
  }

  /** What the SDK has been told to cut need not be cut again. */
  private int length() {
    String own = config.getString(LENGTH, "").strip();
    if (own.isEmpty()) {
      boolean cutBefore = LENGTHS_OF_THE_SDK.stream().anyMatch(this::isSet);
      return cutBefore ? Integer.MAX_VALUE : DEFAULT_LENGTH;
    }
    Integer length = number(own);
    if (length == null || length <= 0) {
      LOGGER.warning(
          TelemetrySettings.variable(LENGTH)
              + " is '"
              + own
              + "', which is no number of characters; "
              + DEFAULT_LENGTH
              + " it is.");
      return DEFAULT_LENGTH;
    }
    return length;
  }

  private boolean isSet(String property) {
    return !config.getString(property, "").isBlank();
  }

  private static @Nullable Integer number(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
