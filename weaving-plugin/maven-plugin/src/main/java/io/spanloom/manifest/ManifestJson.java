package io.spanloom.manifest;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.Strictness;
import java.util.regex.Pattern;

/** Reads and writes manifests and span descriptions as JSON. */
final class ManifestJson {

  private static final Gson GSON =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .create();

  /** Gson's advice to its callers, which does not help our users. */
  private static final String GSON_ADVICE =
      "Use JsonReader.setStrictness(Strictness.LENIENT) to accept malformed JSON";

  private static final Pattern COMPONENT_NAME = Pattern.compile("\\w+");

  /** The part of a span description that identifies its format. */
  private record Header(int format) {}

  private ManifestJson() {}

  static String write(Manifest manifest) {
    return GSON.toJson(manifest) + "\n";
  }

  /**
   * Reads a manifest.
   *
   * @throws IllegalArgumentException if the text is not a manifest; the message is the reason
   */
  static Manifest read(String text) {
    return read(text, Manifest.class);
  }

  /**
   * Reads the span description of a class.
   *
   * @throws IllegalArgumentException if the text is not a span description; the message is the
   *     reason
   */
  static DescribedClass readDescription(String text) {
    Manifest.requireFormat(read(text, Header.class).format());
    return read(text, DescribedClass.class);
  }

  private static <T> T read(String text, Class<T> type) {
    T result;
    try {
      result = GSON.fromJson(text, type);
    } catch (RuntimeException broken) {
      // Gson wraps the exceptions of record constructors, and not always in a JsonParseException.
      throw new IllegalArgumentException(reason(broken), broken);
    }
    if (result == null) {
      throw new IllegalArgumentException("it is empty");
    }
    return result;
  }

  private static String reason(RuntimeException broken) {
    Throwable cause = broken;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    if (cause instanceof NullPointerException) {
      boolean named = COMPONENT_NAME.matcher(message).matches();
      return "a required value is missing" + (named ? " (" + message + ")" : "");
    }
    return message.lines().findFirst().orElse("").replace(GSON_ADVICE, "malformed JSON");
  }
}
