package io.spanloom.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares spans with golden files; {@code -Dspanloom.golden.write=true} updates the files. */
final class ExpectedSpans {

  /** The spans that the agent creates for its annotations. */
  static final String ANNOTATIONS = "agent-annotations.txt";

  private static final String FLAG = "spanloom.golden.write";

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
    Path path = Path.of("src/test/resources", file);
    try {
      if (Boolean.getBoolean(FLAG)) {
        Files.writeString(path, actual, UTF_8);
      }
      assertThat(actual)
          .as("%s (if the change is meant, run the test with -D%s=true)", path, FLAG)
          .isEqualTo(Files.readString(path, UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
