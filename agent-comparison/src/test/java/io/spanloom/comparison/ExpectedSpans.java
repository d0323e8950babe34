package io.spanloom.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spanloom.support.GoldenFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares spans with golden files; {@code -Dspanloom.golden.write=true} updates the files. */
final class ExpectedSpans {

  /** The spans that the agent creates for its annotations. */
  static final String ANNOTATIONS = "agent-annotations.txt";

  private ExpectedSpans() {}

  /** Returns the beginning of a golden file, up to a line. */
  static String upTo(String line, String file) {
    try {
      String text = Files.readString(Path.of("src/test/resources", file), UTF_8);
      return text.substring(0, text.indexOf("\n" + line) + 1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static void assertSame(String actual, String file) {
    new GoldenFile(Path.of("src/test/resources", file)).assertContent(actual);
  }
}
