package io.spanloom.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed file that generated text must match exactly. */
record GoldenFile(Path path) {

  private static final String FLAG = "spanloom.golden.write";

  /** Returns whether the tests update the files instead of comparing them. */
  static boolean isUpdating() {
    return Boolean.getBoolean(FLAG);
  }

  /** Compares the file with a text, or updates it. */
  void assertMatches(String actual) {
    try {
      if (isUpdating()) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, actual);
      }
      assertThat(path).as(description()).exists();
      if (!Files.readString(path).equals(actual)) {
        assertThat(path).as(description()).usingCharset(UTF_8).hasContent(actual);
        assertThat(actual).as(description()).isEqualTo(Files.readString(path));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String description() {
    return path + " (to accept the change, run the test with -D" + FLAG + "=true)";
  }
}
