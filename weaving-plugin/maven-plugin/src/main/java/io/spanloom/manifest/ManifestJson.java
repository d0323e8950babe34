package io.spanloom.manifest;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.Strictness;
import java.util.regex.Pattern;

/** Manifests and descriptions of classes as text. */
final class ManifestJson {

  private static final Gson GSON =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .create();

  /** What Gson says to those who call it. */
  private static final String ADVICE =
      "Use JsonReader.setStrictness(Strictness.LENIENT) to accept malformed JSON";

  private static final Pattern NAME = Pattern.compile("\\w+");

  /** What the annotation processor writes for a class. */
  private record Fragment(int format, String source) {}

  private ManifestJson() {}

  static String write(Manifest manifest) {
    return GSON.toJson(manifest) + "\n";
  }

  /**
   * Reads a manifest.
   *
   * @throws IllegalArgumentException if the text is none; the message says why
   */
  static Manifest read(String text) {
    return read(text, Manifest.class);
  }

  /**
   * Reads the description of a class's spans.
   *
   * @throws IllegalArgumentException if the text is none; the message says why
   */
  static TypeEntry readFragment(String text) {
    int format = read(text, Fragment.class).format();
    if (format != Manifest.FORMAT) {
      throw new IllegalArgumentException("its format is " + format + " and not " + Manifest.FORMAT);
    }
    return read(text, TypeEntry.class);
  }

  private static <T> T read(String text, Class<T> type) {
    T result;
    try {
      result = GSON.fromJson(text, type);
    } catch (RuntimeException broken) {
      // What a record's constructor refuses comes in an exception of Gson's, which is not always
      // one about JSON.
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
      boolean named = NAME.matcher(message).matches();
      return "it lacks what has to be there" + (named ? " (" + message + ")" : "");
    }
    return message.lines().findFirst().orElse("").replace(ADVICE, "malformed JSON");
  }
}
