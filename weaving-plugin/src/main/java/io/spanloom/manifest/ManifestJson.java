package io.spanloom.manifest;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import java.util.Objects;

/** Manifests and descriptions of classes as text. */
final class ManifestJson {

  private static final Gson GSON =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .create();

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
    } catch (JsonParseException broken) {
      throw new IllegalArgumentException(reason(broken), broken);
    } catch (RuntimeException wrapped) {
      // What a record's constructor refuses; Gson says around it what it is, in its own words.
      throw new IllegalArgumentException(reason(wrapped), wrapped);
    }
    if (result == null) {
      throw new IllegalArgumentException("it is empty");
    }
    return Objects.requireNonNull(result);
  }

  private static String reason(RuntimeException broken) {
    Throwable cause = broken;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(cause.getMessage());
    return cause instanceof NullPointerException
        ? "it lacks what has to be there (" + message + ")"
        : message.lines().findFirst().orElse(message);
  }
}
