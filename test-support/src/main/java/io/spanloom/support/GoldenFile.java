package io.spanloom.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A committed file with the expected form of a generated text, to the last space.
 *
 * @param path the file
 * @param flag the system property that, if true, makes the test write the file
 */
public record GoldenFile(Path path, String flag) {

  /** The flag of most golden files. */
  public static final String WRITE = "spanloom.golden.write";

  /**
   * Creates a golden file that {@link #WRITE} rewrites.
   *
   * @param path the file
   */
  public GoldenFile(Path path) {
    this(path, WRITE);
  }

  /**
   * Asserts that the file has this content, or writes it if the flag is set.
   *
   * @param actual the generated text
   */
  public void assertContent(String actual) {
    String remedy = path + " (if the change is intended, run the test with -D" + flag + "=true)";
    try {
      if (Boolean.getBoolean(flag)) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, actual);
      }
      assertThat(path).as(remedy).exists();
      if (!Files.readString(path).equals(actual)) {
        // Shows a diff of lines; the next assertion fails if only line ends differ.
        assertThat(path).as(remedy).usingCharset(UTF_8).hasContent(actual);
        assertThat(actual).as(remedy).isEqualTo(Files.readString(path));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
