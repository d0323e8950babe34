package io.spanloom.telemetry.start;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The versions of OpenTelemetry with which Spanloom starts an SDK. A framework's BOM may manage
 * others, with which classes and methods would be missing. Not part of the API.
 */
public final class SupportedVersions {

  /** The BOM of all versions that this module is built with; a test compares it with the build. */
  static final String BOM =
      "io.opentelemetry.instrumentation:opentelemetry-instrumentation-bom-alpha:2.31.1-alpha";

  private static final int OLDEST_MINOR = 62;

  private static final Pattern VERSION = Pattern.compile("1\\.([0-9]+)\\..*");

  private static final String UNKNOWN = "an unknown version";

  private SupportedVersions() {}

  /**
   * Returns why the versions on the class path do not suffice.
   *
   * @return a sentence, or null if they suffice or are unknown
   */
  public static @Nullable String problem() {
    return isTooOld(api()) || isTooOld(sdk()) ? explanation("") : null;
  }

  /**
   * Explains that a class or member of OpenTelemetry is missing.
   *
   * @param failure the error, whose message names what is missing
   * @return a sentence
   */
  public static String explain(LinkageError failure) {
    return explanation(", which do not match (" + failure + ")");
  }

  private static String explanation(String detail) {
    return "spanloom-telemetry requires OpenTelemetry 1."
        + OLDEST_MINOR
        + " or later, with matching versions of all artifacts, but the class path has"
        + " opentelemetry-api "
        + api()
        + " and opentelemetry-sdk "
        + sdk()
        + detail
        + "; import "
        + BOM
        + " before any other BOM that manages OpenTelemetry, or remove spanloom-telemetry and use"
        + " the SDK of your framework.";
  }

  static boolean isTooOld(String version) {
    Matcher parts = VERSION.matcher(version);
    return parts.matches() && Integer.parseInt(parts.group(1)) < OLDEST_MINOR;
  }

  private static String api() {
    return version(OpenTelemetry.class);
  }

  private static String sdk() {
    return version(OpenTelemetrySdk.class);
  }

  /** Reads the version file beside a class, which a jar of several libraries keeps, too. */
  private static String version(Class<?> type) {
    Properties file = new Properties();
    try (InputStream content = type.getResourceAsStream("version.properties")) {
      if (content != null) {
        file.load(content);
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      // Unknown, like a file that is missing.
    }
    return file.getProperty("sdk.version", UNKNOWN);
  }
}
