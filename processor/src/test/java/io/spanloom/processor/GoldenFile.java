package io.spanloom.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed file that says what generated text must look like, down to the last space. */
record GoldenFile(Path path) {

  private static final String FLAG = "spanloom.golden.write";

  static boolean isToBeWritten() {
    return Boolean.getBoolean(FLAG);
  }

  /** Compares the file with a text, or, if asked to, writes it. */
  void mustBe(String actual) {
    try {
      if (isToBeWritten()) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, actual);
      }
      assertThat(path).as(remedy()).exists();
      if (!Files.readString(path).equals(actual)) {
        assertThat(path).as(remedy()).usingCharset(UTF_8).hasContent(actual);
        assertThat(actual).as(remedy()).isEqualTo(Files.readString(path));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String remedy() {
    return path + " (if the change is meant, run the test with -D" + FLAG + "=true)";
  }
}
